-- KEYS[1]: list
-- Return: integer count
return redis.call('LLEN', KEYS[1])
