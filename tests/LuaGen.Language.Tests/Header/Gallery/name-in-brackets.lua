-- KEYS[1] (lock)
-- ARGV[1] (owner)
-- ARGV[2] (ttl, ms)
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
