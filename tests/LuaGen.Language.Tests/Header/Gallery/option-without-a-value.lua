-- @name
-- @since soon
-- KEYS[1] stock
-- RETURNS string?
return redis.call('GET', KEYS[1])
