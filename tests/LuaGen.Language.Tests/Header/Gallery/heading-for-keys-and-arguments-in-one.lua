-- Takes a lock.
--
-- Args:
--   lock - the key
--   owner - who takes it
--   ttl - milliseconds
return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
