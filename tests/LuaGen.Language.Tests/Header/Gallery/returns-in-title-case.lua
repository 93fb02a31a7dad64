-- KEYS[1] queue
-- Returns: long what is left
return redis.call('LLEN', KEYS[1])
