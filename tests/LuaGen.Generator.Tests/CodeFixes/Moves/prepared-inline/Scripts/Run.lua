-- KEYS[1] key
-- ARGV[1] text: string
-- RETURNS long
return redis.call('APPEND', KEYS[1], ARGV[1] .. '@@' .. ARGV[1])
