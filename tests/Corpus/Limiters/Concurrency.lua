-- KEYS[1]: requests in flight, a sorted set
-- ARGV[1]: mode, 'enter' or 'leave'
-- ARGV[2]: id of the request
-- ARGV[3]: limit, for enter
-- ARGV[4]: seconds after which a request is taken for lost, for enter
--
-- returns the requests in flight, or -1 if there are too many
local inflight, mode, id = KEYS[1], ARGV[1], ARGV[2]

if mode == "leave" then
	redis.call("ZREM", inflight, id)
	return redis.call("ZCARD", inflight)
elseif mode ~= "enter" then
	return redis.error_reply("BAD_MODE " .. mode)
end

local limit, timeout = tonumber(ARGV[3]), tonumber(ARGV[4])
local seconds = tonumber(redis.call("TIME")[1])

redis.call("ZREMRANGEBYSCORE", inflight, 0, seconds - timeout)
local count = redis.call("ZCARD", inflight)

if count >= limit then
	return -1
end

redis.call("ZADD", inflight, seconds, id)
return count + 1
