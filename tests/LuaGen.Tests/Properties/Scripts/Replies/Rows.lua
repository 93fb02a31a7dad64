-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS flat(name: string, score: double)
return loadstring(redis.call('GET', KEYS[1]))()
