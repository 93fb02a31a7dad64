-- KEYS[1] id
-- RETURNS result
return redis.call('GET', KEYS[1])
