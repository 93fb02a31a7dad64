-- KEYS[1] product
-- ARGV[1] field: string
-- RETURNS string?
-- @readonly
return redis.call('HGET', KEYS[1], ARGV[1])
