-- A compact log of measurements: eight bytes a point, read back newest first.
-- KEYS[1] log
-- ARGV[1] at: unixseconds
-- ARGV[2] value: int
-- ARGV[3] keep: int = 1000      Points that stay.
-- ARGV[4] show: int = 10        Points that are returned.
-- RETURNS (at: unixseconds, value: int)[]
local log = KEYS[1]
local at, value = tonumber(ARGV[1]), tonumber(ARGV[2])
local keep, show = tonumber(ARGV[3]), tonumber(ARGV[4])
local size = struct.size('>I4i4')

local length = redis.call('APPEND', log, struct.pack('>I4i4', at, value))
if length > keep * size then
  redis.call('SET', log, redis.call('GETRANGE', log, -keep * size, -1))
end

local tail = redis.call('GETRANGE', log, -show * size, -1)
local points = {}
for offset = #tail - size + 1, 1, -size do
  local t, v = struct.unpack('>I4i4', tail, offset)
  points[#points + 1] = { t, v }
end
return points
