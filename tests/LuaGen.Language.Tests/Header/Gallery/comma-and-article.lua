-- KEYS[1], the lock
-- ARGV[1], the owner
-- ARGV[2], the ttl
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
