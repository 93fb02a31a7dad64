-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS unixmilliseconds
return loadstring(redis.call('GET', KEYS[1]))()
