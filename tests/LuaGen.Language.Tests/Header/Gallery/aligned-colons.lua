-- KEYS[1] : Lock key
-- ARGV[1] : Owner of the lock
-- ARGV[2] : Time to live of the lock in milliseconds
-- Return  : 1 or 0
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
