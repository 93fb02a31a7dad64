-- Reserves stock for an order, or says why it cannot.
--
-- Nothing is taken when there is too little.
--
-- KEYS[1] stock                 Units left of the product.
-- KEYS[2] pending               Orders that wait for payment, oldest first.
-- ARGV[1] quantity: int         Units to take; at least 1.
-- ARGV[2] hold: seconds = 900   How long the reservation
--                               holds.
-- RETURNS left: long            Units left afterwards.
-- RETURNS orderId: long?        The new order; null when stock is short.
-- RAISES NO_SUCH_PRODUCT        The stock counter does not exist.
local left = redis.call('GET', KEYS[1])
if not left then
  return redis.error_reply('NO_SUCH_PRODUCT unknown')
end
if tonumber(left) < tonumber(ARGV[1]) then
  return { tonumber(left) }
end
local order = redis.call('RPUSH', KEYS[2], ARGV[1])
redis.call('EXPIRE', KEYS[2], ARGV[2])
return { redis.call('DECRBY', KEYS[1], ARGV[1]), order }
