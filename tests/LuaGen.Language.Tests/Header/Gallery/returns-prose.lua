-- KEYS[1] queue
-- RETURNS the number of waiting jobs
return redis.call('LLEN', KEYS[1])
