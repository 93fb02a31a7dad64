-- Lets a caller through unless it came too often in the last while.
--
-- Exact, at the price of one member per passed request.
--
-- KEYS[1] requests                 Sorted set of the requests in the window.
-- ARGV[1] id: string               Unique per request.
-- ARGV[2] now: unixmilliseconds
-- ARGV[3] window: milliseconds
-- ARGV[4] limit: int
-- RETURNS (allowed: bool, remaining: int, retryAfter: milliseconds?)
local requests = KEYS[1]
local id = ARGV[1]
local now = tonumber(ARGV[2])
local window = tonumber(ARGV[3])
local limit = tonumber(ARGV[4])

redis.call('ZREMRANGEBYSCORE', requests, 0, now - window)

local used = redis.call('ZCARD', requests)
if used < limit then
  redis.call('ZADD', requests, now, id)
  redis.call('PEXPIRE', requests, window)
  return { 1, limit - used - 1 }
end

local oldest = redis.call('ZRANGE', requests, 0, 0, 'WITHSCORES')
if #oldest == 0 then
  -- A limit of zero: nobody ever gets in, so there is no time to wait for.
  return { 0, 0 }
end

return { 0, 0, tonumber(oldest[2]) + window - now }
