-- KEYS[1] stock
-- ARGV[1] hold: milliseconds
-- RETURNS nothing
return redis.call('PEXPIRE', KEYS[1], ARGV[1])
