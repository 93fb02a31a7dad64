-- KEYS[1] is the lock key
-- ARGV[1] is the token
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
