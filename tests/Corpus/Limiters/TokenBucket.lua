-- Token bucket on the server's clock.
--
-- KEYS[1]: bucket
-- ARGV[1]: capacity
-- ARGV[2]: tokens per second
-- ARGV[3]: cost of this call, 1 if left out
local bucket = KEYS[1]
local capacity = tonumber(ARGV[1])
local rate = tonumber(ARGV[2])
local cost = tonumber(ARGV[3] or '1')

local time = redis.call('TIME')
local now = tonumber(time[1]) + tonumber(time[2]) / 1000000

local state = redis.call('HMGET', bucket, 'tokens', 'at')
local tokens = tonumber(state[1] or capacity)
local at = tonumber(state[2] or now)

-- A clock that went back must not take tokens away.
local elapsed = math.max(0, now - at)
tokens = math.min(capacity, tokens + elapsed * rate)

local allowed = tokens >= cost
if allowed then
    tokens = tokens - cost
end

redis.call('HSET', bucket, 'tokens', string.format('%.6f', tokens), 'at', string.format('%.6f', now))
redis.call('EXPIRE', bucket, math.ceil(capacity / rate) + 1)

local wait = 0
if not allowed then
    wait = math.ceil((cost - tokens) / rate * 1000)
end

return { allowed and 1 or 0, math.floor(tokens), wait }
