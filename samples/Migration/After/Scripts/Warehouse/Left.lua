-- KEYS[1] stock
-- RETURNS long?           Null when the product is unknown.
-- @readonly
return redis.call('GET', KEYS[1])
