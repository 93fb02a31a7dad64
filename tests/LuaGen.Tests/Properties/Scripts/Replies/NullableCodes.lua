-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS Taken = 1 | Busy = 0?
return loadstring(redis.call('GET', KEYS[1]))()
