-- KEYS[1] id
-- ARGV[1] value: bool
-- RETURNS nothing
redis.call('SET', KEYS[1], ARGV[1])
