-- KEYS[1]  semaphore set
-- ARGV[1]  identifier
-- ARGV[2]  limit
-- ARGV[3]  now
-- ARGV[4]  timeout (seconds)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3] - ARGV[4])
if redis.call('ZCARD', KEYS[1]) < tonumber(ARGV[2]) then
  redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
  return ARGV[1]
end
return false
