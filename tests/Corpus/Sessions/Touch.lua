-- Keeps a session alive and returns what it holds.
--
-- KEYS[1] session                   A hash: user, created, seen.
-- ARGV[1] now: unixseconds
-- ARGV[2] idle: seconds = 1200        Ends after so long without a touch.
-- ARGV[3] absolute: seconds = 86400   Ends after so long in any case.
-- RETURNS? map<string, string>      Null when there is no such session (any more).
local session = KEYS[1]
local now = tonumber(ARGV[1])
local idle = tonumber(ARGV[2])
local absolute = tonumber(ARGV[3])

local created = redis.call('HGET', session, 'created')
if not created then
  return nil
end

local left = tonumber(created) + absolute - now
if left <= 0 then
  redis.call('DEL', session)
  return nil
end

redis.call('HSET', session, 'seen', now)
redis.call('EXPIRE', session, math.min(idle, left))
return redis.call('HGETALL', session)
