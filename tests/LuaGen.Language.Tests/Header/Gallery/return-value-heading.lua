-- KEYS[1]: list
-- RETURN VALUE: the popped item or nil
return redis.call('LPOP', KEYS[1])
