-- KEYS[1] board
-- ARGV[1] count: int
-- RETURNS result
return redis.call('ZREVRANGE', KEYS[1], 0, ARGV[1] - 1, 'WITHSCORES')
