-- KEYS[1] redisKey
-- ARGV[1] step: value
-- ARGV[2] note: value
-- RETURNS long
redis.call('HSET', KEYS[1], 'note', ARGV[2]) return redis.call('HINCRBY', KEYS[1], 'n', ARGV[1])
