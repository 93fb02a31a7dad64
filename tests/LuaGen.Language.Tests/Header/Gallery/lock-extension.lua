-- Extend the lock if we still hold it
-- Args:
--   KEYS[1]: name of the lock
--   ARGV[1]: token
--   ARGV[2]: additional time in milliseconds
-- Returns: 1 if extended, 0 otherwise
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
