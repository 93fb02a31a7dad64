-- @param KEYS[1] the lock
-- @param ARGV[1] string owner
-- @param ARGV[2] ttl in milliseconds
-- @return 1 if taken, otherwise 0
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
