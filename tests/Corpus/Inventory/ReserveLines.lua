-- Takes the stock for a whole order, or for none of it.
--
-- All lines are looked at before the first is written: a script has no rollback.
--
-- KEYS[1] order                    The record of what was taken.
-- KEYS[2...] line.stock            The counter of one product.
-- ARGV[1] orderId: guid
-- ARGV[2...] line.quantity: int
-- RETURNS short: int[]             Lines that could not be served, counted from 1; empty on success.
-- RAISES ORDER_EXISTS              The order has taken its stock before.
local order = KEYS[1]
local order_id = ARGV[1]

if redis.call('EXISTS', order) == 1 then
  return redis.error_reply('ORDER_EXISTS ' .. order_id)
end

local short = {}
for line = 1, #KEYS - 1 do
  local left = tonumber(redis.call('GET', KEYS[line + 1]) or 0)
  if left < tonumber(ARGV[line + 1]) then
    short[#short + 1] = line
  end
end

if #short > 0 then
  return short
end

for line = 1, #KEYS - 1 do
  redis.call('DECRBY', KEYS[line + 1], ARGV[line + 1])
  redis.call('HSET', order, line, ARGV[line + 1])
end

return short
