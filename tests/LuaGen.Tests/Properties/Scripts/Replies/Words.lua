-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS 'open' | 'in-transit' | ''
return loadstring(redis.call('GET', KEYS[1]))()
