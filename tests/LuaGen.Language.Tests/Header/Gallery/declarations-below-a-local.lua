local prefix = 'stock:'

-- KEYS[1] stock
-- ARGV[1] quantity: long
-- RETURNS long
return redis.call('DECRBY', KEYS[1], ARGV[1])
