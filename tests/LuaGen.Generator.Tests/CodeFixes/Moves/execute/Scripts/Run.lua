-- KEYS[1] counter
-- ARGV[1] decrement: long
-- RETURNS int
return redis.call('DECRBY', KEYS[1], ARGV[1])
