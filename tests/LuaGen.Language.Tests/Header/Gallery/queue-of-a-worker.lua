--[[
  Takes the next job of a queue and marks who works on it.

  KEYS[1] - queue:waiting
  KEYS[2] - queue:active
  ARGV[1] - worker id
  ARGV[2] - lock duration (ms)
  ARGV[3] - current timestamp

  Returns the id, or nil when nothing waits.
]]
local id = redis.call('RPOPLPUSH', KEYS[1], KEYS[2])
if not id then return nil end
redis.call('SET', KEYS[2] .. ':' .. id .. ':lock', ARGV[1], 'PX', ARGV[2])
redis.call('HSET', KEYS[2] .. ':' .. id, 'startedAt', ARGV[3])
return id
