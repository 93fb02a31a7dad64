-- Takes units off the stock for an order.
--
-- KEYS[1] stock
-- KEYS[2] order
-- ARGV[1] units: int
-- RETURNS long            Units left; -1 when there are too few, -2 when the product is unknown.
local left = redis.call('GET', KEYS[1])
if not left then
  return -2
end

if tonumber(left) < tonumber(ARGV[1]) then
  return -1
end

redis.call('HSET', KEYS[2], 'units', ARGV[1])
return redis.call('DECRBY', KEYS[1], ARGV[1])
