-- KEYS[1] meta
-- RETURNS changed: bool   Whether the queue was running.
local rcall = redis.call
--[[ @include "includes/isPaused" ]]
if isPaused(KEYS[1]) then
  return false
end
rcall("HSET", KEYS[1], "paused", 1)
return true
