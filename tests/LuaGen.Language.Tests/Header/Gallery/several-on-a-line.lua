-- Records a state.
-- KEYS[1] = job
-- ARGV[1] = owner, ARGV[2] = now, ARGV[3] = status (int)
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'at', ARGV[2], 'status', ARGV[3])
return 1
