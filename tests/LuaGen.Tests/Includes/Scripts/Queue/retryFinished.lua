-- Gives a finished job to the workers once more.
-- KEYS[1] finished
-- KEYS[2] wait
-- KEYS[3] attempts
-- ARGV[1] id: string
-- RETURNS attempt: long?
local rcall = redis.call
--- @include "includes/countAttempt"
--- @include "includes/pushWaiting"
if rcall("ZREM", KEYS[1], ARGV[1]) == 0 then
  return nil
end
pushWaiting(KEYS[2], ARGV[1], true)
return countAttempt(KEYS[3], ARGV[1])
