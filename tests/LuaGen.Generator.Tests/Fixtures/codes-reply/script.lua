-- KEYS[1] lock
-- RETURNS Acquired = 1 | Busy = 0   What became of it.
return redis.call('SETNX', KEYS[1], '1')
