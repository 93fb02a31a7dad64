--[[
  Acquires a lock.

  KEYS:
    1 - lock key
  ARGV:
    1 - owner
    2 - ttl in ms

  Returns 1 if it was taken, 0 otherwise.
]]
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
