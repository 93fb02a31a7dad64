-- Token bucket
-- KEYS[1]: bucket key
-- ARGV[1]: capacity of the bucket
-- ARGV[2]: refill rate per second
-- ARGV[3]: requested tokens, default 1
local capacity = tonumber(ARGV[1])
local rate = tonumber(ARGV[2])
local requested = tonumber(ARGV[3]) or 1
local now = tonumber(redis.call('TIME')[1])
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = math.min(capacity, tonumber(bucket[1] or capacity) + (now - tonumber(bucket[2] or now)) * rate)
if tokens < requested then return 0 end
redis.call('HSET', KEYS[1], 'tokens', tokens - requested, 'at', now)
redis.call('EXPIRE', KEYS[1], 60)
return 1
