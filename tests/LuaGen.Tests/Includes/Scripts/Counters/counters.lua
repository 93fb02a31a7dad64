#!lua name=included_counters
-- @include "parts/increment"

-- Counts an event.
-- KEYS[1] counter
-- ARGV[1] by: long = 1
-- RETURNS long
local function count(keys, args)
  return increment(keys[1], args[1])
end

redis.register_function("count_included", count)
