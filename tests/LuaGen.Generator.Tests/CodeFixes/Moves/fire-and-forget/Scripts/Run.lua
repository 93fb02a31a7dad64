-- KEYS[1] id
-- ARGV[1] arg1: bool
-- RETURNS nothing
redis.call('SET', KEYS[1], ARGV[1])
