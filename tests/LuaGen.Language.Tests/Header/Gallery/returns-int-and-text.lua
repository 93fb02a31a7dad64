-- KEYS[1] queue
-- RETURNS int the number of items
return redis.call('LLEN', KEYS[1])
