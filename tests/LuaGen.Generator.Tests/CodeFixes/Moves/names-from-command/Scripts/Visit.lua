-- KEYS[1] visit
-- KEYS[2] board
-- ARGV[1] text: string
-- ARGV[2] ttl: int
-- ARGV[3] score: value
-- RETURNS double?
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
return redis.call('ZSCORE', KEYS[2], ARGV[1])
