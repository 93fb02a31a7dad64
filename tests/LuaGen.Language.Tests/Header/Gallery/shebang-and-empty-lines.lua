#!lua flags=no-writes

-- Reads a counter.


-- KEYS[1] counter
-- RETURNS long?
return tonumber(redis.call('GET', KEYS[1]))
