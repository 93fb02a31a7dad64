-- KEYS[1] hits
-- RETURNS long, long
return {redis.call('INCR', KEYS[1]), redis.call('TTL', KEYS[1])}
