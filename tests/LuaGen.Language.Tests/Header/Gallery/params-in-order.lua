-- Takes a lock.
-- @param lock string the key
-- @param owner string who takes it
-- @param ttl milliseconds
return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
