-- KEYS[1] from
-- KEYS[2] to
-- ARGV[1] decrement: value
-- ARGV[2] field: value
-- RETURNS string?
redis.call('DECRBY', KEYS[1], ARGV[1])
redis.call('HINCRBY', KEYS[2], ARGV[2], ARGV[1])
return redis.call('HGET', KEYS[2], ARGV[2])
