-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS head: long
-- RETURNS inner: (name: string, count: long?)?
return loadstring(redis.call('GET', KEYS[1]))()
