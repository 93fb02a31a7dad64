-- KEYS[1] meta
-- RETURNS changed: bool
local rcall = redis.call
--[[ @include 'includes/isPaused' ]]
local was = isPaused(KEYS[1])
rcall("HDEL", KEYS[1], "paused")
return was
