-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS string[][]
return loadstring(redis.call('GET', KEYS[1]))()
