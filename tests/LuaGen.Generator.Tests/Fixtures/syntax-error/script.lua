-- KEYS[1] key
-- RETURNS long
local n = redis.call('INCR', KEYS[1]
return n
