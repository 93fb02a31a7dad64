-- KEYS[1] log
-- ARGV[1] line: string
-- ARGV[2] arg2: int
-- RETURNS nothing
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], -ARGV[2], -1)
return redis.call('LLEN', KEYS[1])
