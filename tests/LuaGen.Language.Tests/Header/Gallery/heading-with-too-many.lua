-- Takes a lock.
--
-- Args:
--   owner
--   ttl
--   mode
--   retries
return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
