-- A clock that all clients share, and that never goes back.
-- KEYS[1] clock
-- RETURNS now: unixmilliseconds

-- Needed before Redis 5, where a script that writes must not ask for the time; harmless since.
redis.replicate_commands()

local clock = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local last = tonumber(redis.call('GET', clock) or 0)
if now < last then
  now = last
end

redis.call('SET', clock, string.format('%.0f', now))
return now
