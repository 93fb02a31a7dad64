-- Reads, and may run on a replica.
--
-- @readonly
-- @since 7.0
-- KEYS[1] key
-- RETURNS string?
return redis.call('GET', KEYS[1])
