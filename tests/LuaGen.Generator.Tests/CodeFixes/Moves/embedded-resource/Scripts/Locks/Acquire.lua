-- Takes the lock for an owner.
-- KEYS[1] lock
-- ARGV[1] owner: string
-- RETURNS long
return redis.call('SETNX', KEYS[1], ARGV[1])
