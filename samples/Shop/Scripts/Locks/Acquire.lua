-- Takes the lock for an owner, or extends it for the owner that holds it already.
--
-- The lock lets go by itself when its time to live has passed, so an owner that died keeps others waiting no longer than
-- that; an owner that needs longer calls again in time.
--
-- KEYS[1] lock                          The lock; its value is its owner.
-- ARGV[1] owner: string                 Who asks: a name that nobody else uses, such as a new GUID.
-- ARGV[2] timeToLive: milliseconds      How long the lock holds, counted from this call.
-- RETURNS bool                          True when the owner holds the lock now, false when somebody else does.
local lock, owner, timeToLive = KEYS[1], ARGV[1], ARGV[2]

local holder = redis.call('GET', lock)
if holder and holder ~= owner then
  return 0
end

redis.call('SET', lock, owner, 'PX', timeToLive)
return 1
