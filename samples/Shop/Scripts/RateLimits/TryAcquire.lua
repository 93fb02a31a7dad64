-- Lets a request pass if fewer than `limit` passed within the sliding window before it.
--
-- The requests that passed are kept in a sorted set by their time, so the window slides with every request and no burst
-- fits around the turn of a minute. A refused request leaves no trace. The set goes away by itself.
--
-- KEYS[1] passed                The requests that passed.
-- ARGV[1] limit: int            Requests in a window; 0 lets none pass.
-- ARGV[2] window: milliseconds  The length of the window.
-- RETURNS allowed: bool         Whether this request may pass.
-- RETURNS remaining: long       How many more may pass right now.
-- RETURNS retryAfter: long      Milliseconds until the next one may pass; 0 when this one did.
local passed = KEYS[1]
local limit, window = tonumber(ARGV[1]), tonumber(ARGV[2])

-- The server's clock, which all callers share, in whole milliseconds.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

redis.call('ZREMRANGEBYSCORE', passed, '-inf', now - window)
local count = redis.call('ZCARD', passed)

if count >= limit then
  -- A place is free when this one leaves the window; it is the oldest one unless the limit was lowered meanwhile.
  local blocking = redis.call('ZRANGE', passed, count - limit, count - limit, 'WITHSCORES')
  return { 0, 0, tonumber(blocking[2] or now) + window - now }
end

-- Nothing leaves the set within one millisecond but what was counted out above, so this name is new.
redis.call('ZADD', passed, now, string.format('%.0f:%d', now, count))
redis.call('PEXPIRE', passed, window)
return { 1, limit - count - 1, 0 }
