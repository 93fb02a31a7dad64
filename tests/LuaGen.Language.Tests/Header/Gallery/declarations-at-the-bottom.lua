local stock = KEYS[1]
return redis.call('DECRBY', stock, ARGV[1])

-- KEYS[1] stock
-- ARGV[1] quantity: long
-- RETURNS long
