-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS flat(first: long, second: string, third: long?)
return loadstring(redis.call('GET', KEYS[1]))()
