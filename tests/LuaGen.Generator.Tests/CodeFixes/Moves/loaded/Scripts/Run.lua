-- KEYS[1] key
-- ARGV[1] value: string
-- RETURNS int
redis.call('SET', KEYS[1], ARGV[1]) return redis.call('STRLEN', KEYS[1])
