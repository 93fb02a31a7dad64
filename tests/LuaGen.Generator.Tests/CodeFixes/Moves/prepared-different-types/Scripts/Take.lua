-- Takes units; the reply is what is left.
--
-- KEYS[1] stock
-- ARGV[1] units: value
-- RETURNS long
return redis.call('DECRBY', KEYS[1], ARGV[1])
