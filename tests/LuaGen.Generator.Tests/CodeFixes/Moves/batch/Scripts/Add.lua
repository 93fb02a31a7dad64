-- KEYS[1] id
-- ARGV[1] increment: int
-- RETURNS result
return redis.call('INCRBY', KEYS[1], ARGV[1])
