-- Sliding window limiter
-- KEYS[1] - rate limit key
-- ARGV[1] - window size in milliseconds
-- ARGV[2] - max requests
-- ARGV[3] - current time in milliseconds
-- ARGV[4] - unique id of the request
local now = tonumber(ARGV[3])
local window = tonumber(ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, now - window)
local count = redis.call('ZCARD', KEYS[1])
if count >= tonumber(ARGV[2]) then return {0, count} end
redis.call('ZADD', KEYS[1], now, ARGV[4])
redis.call('PEXPIRE', KEYS[1], window)
return {1, count + 1}
