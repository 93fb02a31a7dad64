-- Frees a seat.
--
-- KEYS[1]: the seats hash
-- KEYS[2] - waiting list
-- ARGV[1] = seat number
-- ARGV[2] operation: push, pop or peek
-- ARGV[4] the time of the call, in seconds
-- RETURNS the number of seats that are still free
local seats = KEYS[1]
local now = tonumber(ARGV[4])
redis.call('HDEL', seats, ARGV[1])
redis.call('ZADD', KEYS[2], now, ARGV[3])
return redis.call('HLEN', seats)
