-- Removes a job that no worker has.
-- KEYS[1] wait
-- KEYS[2] delayed
-- KEYS[3] jobs
-- KEYS[4] attempts
-- ARGV[1] id: string
-- RETURNS removed: bool
local rcall = redis.call
--- @include "./includes/../includes/removeJob"
if rcall("LREM", KEYS[1], 0, ARGV[1]) + rcall("ZREM", KEYS[2], ARGV[1]) == 0 then
  return false
end
return removeJob(KEYS[3], KEYS[4], ARGV[1]) == 1
