-- KEYS[1...] names
-- RETURNS long
return redis.call('DEL', unpack(KEYS))
