-- key 1: lock
-- arg 1: owner
-- arg 2: ttl
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
