-- A record of one element is an array of one.
--
-- KEYS[1] key
-- RETURNS (length: long)
return { redis.call('STRLEN', KEYS[1]) }
