--- Releases a lock.
-- @param lock the lock
-- @param owner string who asks
-- @return long 1 if it was released
local lock = KEYS[1]
local owner = ARGV[1]
if redis.call('GET', lock) == owner then
  return redis.call('DEL', lock)
end
return 0
