-- KEYS[1] counter
-- RETURNS value of the counter
return redis.call('INCR', KEYS[1])
