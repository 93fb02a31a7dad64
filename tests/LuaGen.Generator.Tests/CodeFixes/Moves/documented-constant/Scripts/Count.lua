-- Counts one more, up to Limit.
-- Returns the count.
--
-- KEYS[1] id
-- ARGV[1] limit: int
-- RETURNS int
local n = redis.call('INCR', KEYS[1])
return math.min(n, tonumber(ARGV[1]))
