#!lua
-- KEYS[1] - positions of free couriers
-- KEYS[2] - hash of order id to courier
-- ARGV[1] - order id
-- ARGV[2] - longitude
-- ARGV[3] - latitude
-- ARGV[4] - search radii in km, comma separated, tried in turn
local free, orders = KEYS[1], KEYS[2]
local order = ARGV[1]

local assigned = redis.call('HGET', orders, order)
if assigned then
  return assigned
end

for radius in string.gmatch(ARGV[4] or '1,5,20', '[^,]+') do
  local couriers = redis.call('GEOSEARCH', free,
    'FROMLONLAT', ARGV[2], ARGV[3],
    'BYRADIUS', radius, 'km',
    'ASC', 'COUNT', 1)

  if #couriers > 0 then
    redis.call('ZREM', free, couriers[1])
    redis.call('HSET', orders, order, couriers[1])
    return couriers[1]
  end
end

return false
