-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS first: value
-- RETURNS second: value
return loadstring(redis.call('GET', KEYS[1]))()
