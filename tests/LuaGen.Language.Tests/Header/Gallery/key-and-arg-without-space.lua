-- KEY1 - lock
-- ARG1 - owner
-- ARG2 - ttl
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
