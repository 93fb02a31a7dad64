-- Keys: lock
-- Arguments: owner, ttl
-- Returns: 1 if taken
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
