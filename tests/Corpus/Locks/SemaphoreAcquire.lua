-- Takes one of several permits.
--
-- Holders that did not come back are forgotten first. The position that is returned
-- is that of the holder among all, by the time it came.
--
-- KEYS[1] holders                 Sorted set, scored by the time of arrival.
-- ARGV[1] permits: int
-- ARGV[2] holder: guid
-- ARGV[3] now: unixseconds
-- ARGV[4] lease: seconds = 60     After so long a holder is taken for dead.
-- RETURNS? position: int          Null when all permits are out.
local holders = KEYS[1]
local permits = tonumber(ARGV[1])
local holder = ARGV[2]
local now = tonumber(ARGV[3])
local lease = tonumber(ARGV[4])

redis.call('ZREMRANGEBYSCORE', holders, '-inf', now - lease)

local mine = redis.call('ZSCORE', holders, holder)
if not mine and redis.call('ZCARD', holders) >= permits then
  return nil
end

redis.call('ZADD', holders, now, holder)
redis.call('EXPIRE', holders, lease)
return redis.call('ZRANK', holders, holder)
