-- KEYS[1] lock
-- RETURNS: nothing
redis.call('DEL', KEYS[1])
