-- Stores a value.
--
-- KEYS[1] key
-- ARGV[1] text: string
-- RETURNS ok
return redis.call('SET', KEYS[1], ARGV[1])
