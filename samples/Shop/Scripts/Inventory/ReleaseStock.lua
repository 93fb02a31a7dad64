-- Puts the units of a reserved order back in stock, when it is cancelled or its hold has ended.
--
-- Only a reserved order gives units back, and only once. Its record stays a while as `released`, so that a reservation
-- that arrives late, or twice, does not take the units again.
--
-- KEYS[1] stock                   The units left, a counter.
-- KEYS[2] order                   The order's record, a hash.
-- KEYS[3] pending                 The orders that hold stock.
-- ARGV[1] orderId: string         How the list of pending orders names this order.
-- ARGV[2] keep: seconds = 86400   How long the record of the released order stays.
-- RETURNS left: long?             The units left; null when the order held none, and nothing was changed.
local stock, order, pending = KEYS[1], KEYS[2], KEYS[3]
local orderId, keep = ARGV[1], ARGV[2]

if redis.call('HGET', order, 'status') ~= 'reserved' then
  return false
end

local quantity = redis.call('HGET', order, 'quantity')
redis.call('HSET', order, 'status', 'released')
redis.call('EXPIRE', order, keep)
redis.call('ZREM', pending, orderId)
return redis.call('INCRBY', stock, quantity)
