local positions, trail = KEYS[1], KEYS[2]
local driver, lon, lat = ARGV[1], ARGV[2], ARGV[3]
local minimum = tonumber(ARGV[4] or '25')   -- metres; GPS jitter is ±10 m in the open, more in “canyons” of houses

local known = redis.call('GEOPOS', positions, driver)[1]
if known then
  redis.call('GEOADD', trail, known[1], known[2], 'from', lon, lat, 'to')
  local moved = tonumber(redis.call('GEODIST', trail, 'from', 'to', 'm'))
  redis.call('DEL', trail)

  if moved < minimum then
    return 0
  end
end

redis.call('GEOADD', positions, lon, lat, driver)
return 1
