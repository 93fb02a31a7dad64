-- KEYS[1] id
-- RETURNS long
return redis.call('INCR', KEYS[1])
