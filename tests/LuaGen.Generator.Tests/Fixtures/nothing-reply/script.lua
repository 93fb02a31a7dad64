-- Only that it ran is of interest.
--
-- KEYS[1] key
-- RETURNS nothing
return redis.call('UNLINK', KEYS[1])
