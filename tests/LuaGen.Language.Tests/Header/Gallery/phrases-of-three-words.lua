-- KEYS[1] the waiting list
-- KEYS[2] the list of active jobs
local id = redis.call('RPOP', KEYS[1])
if id then
  redis.call('LPUSH', KEYS[2], id)
end
return id
