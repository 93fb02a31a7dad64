-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS first: long
-- RETURNS second: string?
-- RETURNS third: bool
return loadstring(redis.call('GET', KEYS[1]))()
