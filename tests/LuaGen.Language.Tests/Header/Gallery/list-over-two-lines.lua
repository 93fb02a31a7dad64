-- KEYS: waiting ZSET, running ZSET,
--       failed ZSET, job HASH
-- ARGV: jobId, worker,
--       deadline
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
return redis.call('HSET', KEYS[4], 'worker', ARGV[2])
