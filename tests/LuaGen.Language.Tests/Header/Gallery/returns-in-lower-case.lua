-- KEYS[1] queue
-- returns long
return redis.call('LLEN', KEYS[1])
