-- Takes a lock that its owner may take again; each take wants a release of its own.
--
-- KEYS[1] lock                   A hash: the owner and the depth.
-- ARGV[1] owner: string          Unique per process and flow.
-- ARGV[2] lease: seconds = 30    Renewed by every take.
-- RETURNS depth: int             How often the owner holds it now; 0 when it is somebody else's.
-- RETURNS remaining: milliseconds?  What is left of the other's lease.
local lock = KEYS[1]
local owner = ARGV[1]
local lease = tonumber(ARGV[2])

local current = redis.call('HGET', lock, 'owner')
if current and current ~= owner then
  return { 0, redis.call('PTTL', lock) }
end

if not current then
  redis.call('HSET', lock, 'owner', owner)
end

local depth = redis.call('HINCRBY', lock, 'depth', 1)
redis.call('EXPIRE', lock, lease)
return { depth }
