-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS (only: long)
return loadstring(redis.call('GET', KEYS[1]))()
