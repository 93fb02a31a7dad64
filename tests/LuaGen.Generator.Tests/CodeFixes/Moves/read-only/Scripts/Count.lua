-- KEYS[1] members
-- RETURNS long
-- @readonly
return redis.call('SCARD', KEYS[1])
