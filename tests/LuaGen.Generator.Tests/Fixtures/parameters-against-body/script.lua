-- KEYS[1] used
-- KEYS[2] forgotten
-- KEYS[3] _reserved
-- ARGV[1] amount: long
-- RETURNS long
local keys = KEYS
redis.call('SET', KEYS[4], ARGV[0])
return redis.call('INCRBY', keys[1], ARGV[1])
