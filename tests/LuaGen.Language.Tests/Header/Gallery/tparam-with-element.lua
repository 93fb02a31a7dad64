--- Takes a lock.
-- @tparam string KEYS[1] lock
-- @tparam string ARGV[1] owner
-- @tparam number ARGV[2] ttl
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
