-- KEYS[1] id
-- ARGV[1] field: string
-- ARGV[2] increment: int
-- RETURNS long
return redis.call('HINCRBY', KEYS[1], ARGV[1], ARGV[2])
