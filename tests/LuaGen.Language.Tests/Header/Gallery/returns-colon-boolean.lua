-- KEYS[1] lock
-- ARGV[1] owner: string
-- RETURNS: boolean
return redis.call('GET', KEYS[1]) == ARGV[1]
