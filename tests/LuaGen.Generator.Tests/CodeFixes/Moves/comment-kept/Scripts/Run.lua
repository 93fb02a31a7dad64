-- KEYS[1] id
-- ARGV[1] value: string
-- RETURNS nothing
redis.call('SET', KEYS[1], ARGV[1])
return redis.call('EXPIRE', KEYS[1], 60)
