-- Removes all jobs that no worker has begun.
-- KEYS[1] wait
-- KEYS[2] jobs
-- KEYS[3] attempts
-- RETURNS removed: long
local rcall = redis.call
--- @include "includes/removeJob"
local ids = rcall("LRANGE", KEYS[1], 0, -1)
for _, id in ipairs(ids) do
  removeJob(KEYS[2], KEYS[3], id)
end
rcall("DEL", KEYS[1])
return #ids
