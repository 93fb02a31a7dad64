-- Takes a lock.
-- @param lock the key
return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
