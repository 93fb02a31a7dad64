-- KEYS[1] queue
-- RETURNS List<string>
return redis.call('LRANGE', KEYS[1], 0, -1)
