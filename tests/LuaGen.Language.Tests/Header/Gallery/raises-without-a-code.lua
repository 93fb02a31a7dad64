-- KEYS[1] stock
-- RETURNS long
-- RAISES an error when there is no counter
local left = redis.call('GET', KEYS[1])
if not left then return redis.error_reply('CLOSED no counter') end
return redis.call('DECR', KEYS[1])
