-- Keys:
--   lock: the lock key
-- Args:
--   owner: who takes it
--   ttl: milliseconds
-- Returns:
--   1 if taken
local lock_key, owner, ttl = KEYS[1], ARGV[1], ARGV[2]
if redis.call('SET', lock_key, owner, 'PX', ttl, 'NX') then return 1 end
return 0
