-- KEYS[1] stock
-- ARGV[1] quantity: long
-- RETURNS long
-- RAISES SOLD_OUT, CLOSED
local left = redis.call('GET', KEYS[1])
if not left then return redis.error_reply('CLOSED no counter') end
if tonumber(left) < tonumber(ARGV[1]) then return redis.error_reply('SOLD_OUT nothing is left') end
return redis.call('DECRBY', KEYS[1], ARGV[1])
