-- Drivers around a place that have room left, nearest first.
-- @readonly
-- KEYS[1] positions
-- KEYS[2] seats                     Free seats by driver.
-- ARGV[1] longitude: double
-- ARGV[2] latitude: double
-- ARGV[3] radius: double = 2000     In metres.
-- ARGV[4] seatsNeeded: int = 1
-- RETURNS (driver: string, metres: double)[]
local positions, seats = KEYS[1], KEYS[2]
local longitude, latitude, radius = ARGV[1], ARGV[2], ARGV[3]
local seats_needed = tonumber(ARGV[4])

local found = redis.call('GEOSEARCH', positions, 'FROMLONLAT', longitude, latitude, 'BYRADIUS', radius, 'm', 'ASC', 'WITHDIST')

local drivers = {}
for _, entry in ipairs(found) do
  local free = redis.call('HGET', seats, entry[1])
  if free and tonumber(free) >= seats_needed then
    drivers[#drivers + 1] = entry
  end
end

return drivers
