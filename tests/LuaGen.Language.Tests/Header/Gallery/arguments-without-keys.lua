-- ARGV[1] quantity: long
-- RETURNS long
return redis.call('DECRBY', KEYS[1], ARGV[1])
