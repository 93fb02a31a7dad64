-- Takes a lock.
--
-- Args:
--   owner - who takes it
--   ttl - milliseconds
return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
