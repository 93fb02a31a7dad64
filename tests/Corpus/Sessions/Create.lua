-- Opens a session; the user's oldest one ends when there are too many.
--
-- KEYS[1] sessions                The user's sessions, by when they were opened.
-- KEYS[2] devices                 Device by session.
-- ARGV[1] id: guid
-- ARGV[2] now: unixmilliseconds
-- ARGV[3] limit: int = 5          Sessions a user may have.
-- ARGV[4] device: string?         What the user sees in the list.
-- RETURNS ended: guid[]           Sessions that had to go.
local sessions, devices = KEYS[1], KEYS[2]
local id, now, limit = ARGV[1], ARGV[2], tonumber(ARGV[3])
local device = ARGV[4] or 'unknown device'

redis.call('ZADD', sessions, now, id)
redis.call('HSET', devices, id, device)

local ended = redis.call('ZRANGE', sessions, 0, -limit - 1)
for _, old in ipairs(ended) do
  redis.call('ZREM', sessions, old)
  redis.call('HDEL', devices, old)
end
return ended
