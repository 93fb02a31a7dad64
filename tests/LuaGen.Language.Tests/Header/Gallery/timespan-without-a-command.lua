-- KEYS[1] job
-- ARGV[1] delay: TimeSpan
-- RETURNS long
return redis.call('HSET', KEYS[1], 'delay', ARGV[1])
