-- KEYS[1]: shop:stock:items
-- KEYS[2]: rank:{day}
-- KEYS[3] = Bid:<campaign>:<ad> (a hash)
-- KEYS[4] - shop:42:sold
-- ARGV[1]: amount
redis.call('ZADD', KEYS[2], ARGV[1], 'a')
redis.call('HSET', KEYS[3], 'a', 1)
redis.call('INCR', KEYS[4])
return redis.call('LLEN', KEYS[1])
