-- KEYS[1] list
-- RETURNS string?[]   The values of the list.
return redis.call('LRANGE', KEYS[1], 0, -1)
