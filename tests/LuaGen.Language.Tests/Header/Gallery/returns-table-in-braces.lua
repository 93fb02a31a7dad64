-- KEYS[1] hits
-- RETURNS {allowed, left}
return {1, redis.call('INCR', KEYS[1])}
