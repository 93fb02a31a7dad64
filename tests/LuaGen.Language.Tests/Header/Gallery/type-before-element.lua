-- Takes a lock.
-- string KEYS[1] lock
-- string ARGV[1] owner
-- (milliseconds) ARGV[2] ttl - how long
return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
