-- Takes a lock that many readers share and one writer has alone.
-- @name AcquireReadWrite
-- KEYS[1] readers                  Sorted set of owners by the end of their lease.
-- KEYS[2] writer
-- ARGV[1] mode: 'read' | 'write'
-- ARGV[2] owner: guid
-- ARGV[3] now: unixmilliseconds
-- ARGV[4] lease: milliseconds = 10000
-- RETURNS ok
-- RAISES LOCKED                    By a writer, or for a writer by readers.
local readers, writer = KEYS[1], KEYS[2]
local mode, owner = ARGV[1], ARGV[2]
local now, lease = tonumber(ARGV[3]), tonumber(ARGV[4])

redis.call('ZREMRANGEBYSCORE', readers, '-inf', now)

local holder = redis.call('GET', writer)
if holder and holder ~= owner then
  return redis.error_reply('LOCKED by a writer')
end

if mode == 'read' then
  redis.call('ZADD', readers, now + lease, owner)
  redis.call('PEXPIRE', readers, lease)
  return redis.status_reply('OK')
end

-- A reader may become the writer when it is the only one left.
local others = redis.call('ZCARD', readers)
if redis.call('ZSCORE', readers, owner) then
  others = others - 1
end

if others > 0 then
  return redis.error_reply('LOCKED by ' .. others .. ' readers')
end

return redis.call('SET', writer, owner, 'PX', lease)
