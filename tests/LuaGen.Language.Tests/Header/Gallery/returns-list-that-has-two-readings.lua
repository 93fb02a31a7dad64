-- KEYS[1] queue
-- RETURNS list of ids
return redis.call('LRANGE', KEYS[1], 0, -1)
