-- Says who holds a lock and for how long.
-- @class Shop.Locking.LockInspection
-- @readonly
-- KEYS[1] lock
-- RETURNS? (owner: guid, remaining: milliseconds?)   Null when the lock is free; no remaining time when it never ends.
local lock = KEYS[1]

local owner = redis.call('GET', lock)
if not owner then
  return nil
end

local remaining = redis.call('PTTL', lock)
if remaining < 0 then
  return { owner }
end

return { owner, remaining }
