-- Takes units of a product out of stock for an order, or says why it cannot.
--
-- All or nothing: either the stock, the order and the list of pending orders change together, or none of them does.
-- The caller names the order, so a caller that never saw the answer may simply ask again: the second call with the same
-- order changes nothing. All keys share one hash tag, as in `stock:{p7}`, and so live on one node of a cluster.
--
-- KEYS[1] stock                 The units left, a counter.
-- KEYS[2] order                 The order's record, a hash; written here.
-- KEYS[3] pending               The orders that hold stock, by the second at which their hold ends.
-- ARGV[1] orderId: string       How the list of pending orders names this order.
-- ARGV[2] quantity: int         Units to take; at least 1.
-- ARGV[3] hold: seconds = 900   How long the units are held for the order.
-- RETURNS code: 'RESERVED' | 'REPEATED' | 'OUT_OF_STOCK' | 'UNKNOWN_PRODUCT' | 'INVALID_QUANTITY'   What became of it.
-- RETURNS message: string       The same for people.
-- RETURNS left: long?           The units left; null when the product is unknown.
local stock, order, pending = KEYS[1], KEYS[2], KEYS[3]
local orderId, quantity, hold = ARGV[1], ARGV[2], ARGV[3]

local left = redis.call('GET', stock)
if not left then
  return { 'UNKNOWN_PRODUCT', 'there is no such product' }
end

local status = redis.call('HGET', order, 'status')
if status then
  return { 'REPEATED', 'already ' .. status, left }
end
if tonumber(quantity) < 1 then
  return { 'INVALID_QUANTITY', 'an order takes at least 1 unit', left }
end
if tonumber(quantity) > tonumber(left) then
  return { 'OUT_OF_STOCK', quantity .. ' wanted, ' .. left .. ' left', left }
end

-- The server's clock: callers would disagree about when a hold ends.
local now = redis.call('TIME')[1]
redis.call('HSET', order, 'status', 'reserved', 'quantity', quantity, 'reservedAt', now)
redis.call('ZADD', pending, tonumber(now) + tonumber(hold), orderId)
return { 'RESERVED', quantity .. ' held', redis.call('DECRBY', stock, quantity) }
