-- KEYS[1] key
-- KEYS[3] other
-- ARGV[1] count: itn
-- ARGV[2] limit: int = many
-- ARGV[3] size: int = 'ten'
-- ARGV[3] again: int
-- RETURNS left long
-- RETURNS map<string
return redis.call('INCRBY', KEYS[1], ARGV[1] + ARGV[2] + ARGV[3])
