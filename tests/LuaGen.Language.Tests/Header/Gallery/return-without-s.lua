-- KEYS[1] queue
-- RETURN long
return redis.call('LLEN', KEYS[1])
