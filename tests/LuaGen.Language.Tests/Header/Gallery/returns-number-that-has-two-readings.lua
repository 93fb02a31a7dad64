-- KEYS[1] queue
-- RETURNS number of waiting jobs
return redis.call('LLEN', KEYS[1])
