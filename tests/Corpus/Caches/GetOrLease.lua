-- Reads a cached value, or hands one caller the right to compute it.
--
-- Every other caller is told to wait, so a popular key that ran out does not send
-- the whole crowd to the database.
--
-- KEYS[1] entry
-- KEYS[2] lease
-- ARGV[1] token: guid              The caller's mark on the lease.
-- ARGV[2] patience: milliseconds = 3000   How long the computation may take.
-- RETURNS outcome: Hit = 0 | Compute = 1 | Wait = 2
-- RETURNS value: bytes?            Only with a hit.
local entry, lease, token, patience = KEYS[1], KEYS[2], ARGV[1], ARGV[2]

local value = redis.call('GET', entry)
if value then
  return { 0, value }
end

local won = redis.call('SET', lease, token, 'NX', 'PX', patience)
return { won and 1 or 2 }
