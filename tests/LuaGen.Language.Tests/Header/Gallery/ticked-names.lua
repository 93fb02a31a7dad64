-- KEYS[1] `wait` jobs that wait
-- `KEYS[2]` active jobs
local id = redis.call('RPOP', KEYS[1])
if id then
  redis.call('LPUSH', KEYS[2], id)
end
return id
