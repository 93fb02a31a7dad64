-- KEYS[1]: lock
-- ARGV[1]: owner
-- ARGV[2]: ttl (in seconds)
--
-- The arguments in detail:
--   - ARGV[1]: owner (a random text)
--   - ARGV[2]: ttl
return redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2], 'NX')
