-- KEYS[1] left
-- RETURNS long?
return redis.call('GET', KEYS[1])
