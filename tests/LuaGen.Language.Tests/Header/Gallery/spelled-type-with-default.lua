-- KEYS[1] job
-- ARGV[1] tries: integer = 3   How often it is tried.
-- RETURNS Integer
return redis.call('HINCRBY', KEYS[1], 'tries', ARGV[1])
