-- KEYS[1]: where the lock is
-- ARGV[1]: who asks
local lockKey = KEYS[1]
local token = ARGV[1]
if redis.call('GET', lockKey) == token then
  return redis.call('DEL', lockKey)
end
return 0
