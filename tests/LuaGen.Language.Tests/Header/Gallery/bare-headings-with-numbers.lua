-- Keys
--   1 - Waiting jobs
--   2 - Active jobs
--
-- Args
--   1 - Worker
--   2 - Job
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
return redis.call('LREM', KEYS[1], 1, ARGV[2])
