-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS (name: string, count: long)[]
return loadstring(redis.call('GET', KEYS[1]))()
