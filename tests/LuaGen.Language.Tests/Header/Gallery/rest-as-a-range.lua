-- KEYS[1] target
-- KEYS[2..n] the sources
return redis.call('SUNIONSTORE', unpack(KEYS))
