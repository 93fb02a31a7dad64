-- KEYS: [jobsListKey, jobsHashKey]
-- ARGV: [jobId, priority]
redis.call('RPUSH', KEYS[1], ARGV[1])
return redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
