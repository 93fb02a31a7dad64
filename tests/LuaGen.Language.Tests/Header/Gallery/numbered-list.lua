-- Moves one job.
-- 1. KEYS[1] - waiting
-- 2. KEYS[2] - active
local id = redis.call('RPOP', KEYS[1])
if id then
  redis.call('LPUSH', KEYS[2], id)
end
return id
