-- Gives the units of an order back.
--
-- KEYS[1] stock
-- KEYS[2] order
-- RETURNS long            Units left.
local stock, order = KEYS[1], KEYS[2]
local units = redis.call('HGET', order, 'units') or 0
redis.call('DEL', order)
return redis.call('INCRBY', stock, units)
