-- Extends a lease, never shortens it.
-- KEYS[1] = lock name
-- ARGV[1] = token
-- ARGV[2] = milliseconds from now
-- Returns 1, or 0 if the lock was lost.

local name  = KEYS[1]
local token = ARGV[1]
local ms    = tonumber(ARGV[2])

if redis.call('GET', name) ~= token then
  return 0
end

if redis.call('PTTL', name) < ms then
  redis.call('PEXPIRE', name, ms)
end

return 1
