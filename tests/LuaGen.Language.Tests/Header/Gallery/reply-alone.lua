-- Takes from the stock.
-- RETURNS long
return redis.call('DECRBY', KEYS[1], ARGV[1])
