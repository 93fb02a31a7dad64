-- KEYS[1] - token family
-- ARGV[1] - presented refresh token
-- ARGV[2] - new refresh token
-- ARGV[3] - time to live, seconds
--
-- A token that was used before means that it was stolen: the whole family ends.
local family = KEYS[1]
local presented, fresh, ttl = ARGV[1], ARGV[2], ARGV[3]

local current, revoked = unpack(redis.call("HMGET", family, "current", "revoked"))

if not current then
	return redis.error_reply("UNKNOWN_FAMILY sign in again")
elseif revoked then
	return redis.error_reply("REVOKED at " .. revoked)
elseif current ~= presented then
	redis.call("HSET", family, "revoked", redis.call("TIME")[1])
	return redis.error_reply("REUSED token, the family is revoked")
end

redis.call("HSET", family, "current", fresh)
redis.call("EXPIRE", family, ttl)
return redis.status_reply("OK")
