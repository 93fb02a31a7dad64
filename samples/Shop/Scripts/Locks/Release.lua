-- Releases the lock if this owner still holds it.
--
-- An owner whose time to live has passed must not take the lock away from the next one, hence the comparison.
--
-- KEYS[1] lock                          The lock; its value is its owner.
-- ARGV[1] owner: string                 The name that the lock was acquired with.
-- RETURNS bool                          True when it was released, false when this owner did not hold it.
local lock, owner = KEYS[1], ARGV[1]

if redis.call('GET', lock) ~= owner then
  return 0
end

return redis.call('DEL', lock)
