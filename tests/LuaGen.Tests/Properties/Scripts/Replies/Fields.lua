-- KEYS[1] chunk   Holds Lua that gives the reply.
-- RETURNS map<string, map<string, string>>
return loadstring(redis.call('GET', KEYS[1]))()
