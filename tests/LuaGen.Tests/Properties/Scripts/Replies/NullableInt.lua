-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS int?
return loadstring(redis.call('GET', KEYS[1]))()
