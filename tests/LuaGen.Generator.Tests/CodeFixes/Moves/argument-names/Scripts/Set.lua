-- KEYS[1] key
-- ARGV[1] untilTicks: long
-- ARGV[2] delta: int
-- ARGV[3] isNew: int
-- RETURNS result
return redis.call('HSET', KEYS[1], 'u', ARGV[1], 'd', ARGV[2], 'n', ARGV[3])
