-- KEYS[1] stock
-- ARGV[1] units: int
-- RETURNS long
if tonumber(redis.call('GET', KEYS[1]) or 0) < tonumber(ARGV[1]) then return -1 end return redis.call('DECRBY', KEYS[1], ARGV[1])
