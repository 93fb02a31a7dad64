-- KEYS[1] name
-- RETURNS string - the name
return redis.call('GET', KEYS[1]) or ''
