-- KEYS[1] key
-- ARGV[1] by: int
-- RETURNS long
return redis.call('INCRBY', KEYS[1], ARGV[1])
