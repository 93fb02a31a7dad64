-- Takes a lock.
-- $1 lock
-- $2: owner
-- $3 - ttl in milliseconds
return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
