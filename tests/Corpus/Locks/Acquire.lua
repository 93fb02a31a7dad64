-- Takes a lock, or keeps it when the caller holds it already.
-- KEYS[1] lock
-- ARGV[1] owner: guid             Who asks.
-- ARGV[2] lease: milliseconds     How long the lock holds.
-- RETURNS Acquired = 1 | Extended = 2 | Busy = 0
local lock, owner, lease = KEYS[1], ARGV[1], ARGV[2]

if redis.call('SET', lock, owner, 'NX', 'PX', lease) then
  return 1
end

if redis.call('GET', lock) == owner then
  redis.call('PEXPIRE', lock, lease)
  return 2
end

return 0
