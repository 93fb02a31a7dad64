-- Removes old finished jobs.
-- KEYS[1] finished
-- KEYS[2] jobs
-- KEYS[3] attempts
-- ARGV[1] keep: int
-- RETURNS left: long
local rcall = redis.call
--- @include "includes/trimFinished"
--- @include "includes/removeJob"
trimFinished(KEYS[1], KEYS[2], KEYS[3], tonumber(ARGV[1]))
return rcall("ZCARD", KEYS[1])
