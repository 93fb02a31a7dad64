-- KEYS[1] id
-- ARGV[1] element: string
-- RETURNS long
return redis.call('RPUSH', KEYS[1], ARGV[1])
