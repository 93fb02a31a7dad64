-- KEYS[1]: rate:{user}
-- ARGV[1-3]: tokens, now, refill_rate
-- Returns: 1 / 0
local n = redis.call('INCRBY', KEYS[1], ARGV[1])
redis.call('SET', KEYS[1] .. ARGV[2], ARGV[3])
if n > 5 then return 0 end
return 1
