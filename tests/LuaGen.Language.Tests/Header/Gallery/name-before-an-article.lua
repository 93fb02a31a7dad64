-- KEYS[1] lock the lock key
-- ARGV[1] owner the token of the owner
-- ARGV[2] ttl the time to live
-- RETURNS bool whether the lock is taken
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
  return 1
end
return 0
