-- KEYS[1] stock
-- ARGV[1] quantity: int
-- RETURNS long
return redis.call('INCRBY', KEYS[1], ARGV[1])
