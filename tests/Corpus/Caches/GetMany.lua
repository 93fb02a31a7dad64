#!lua flags=no-writes
-- Reads many entries; what is missing comes back as null at its place.
-- KEYS[1...] entries
-- RETURNS values: bytes?[]
local values = {}

-- In slices: unpack cannot take thousands of values at once.
local slice = 1000
for first = 1, #KEYS, slice do
  local last = math.min(first + slice - 1, #KEYS)
  for offset, value in ipairs(redis.call('MGET', unpack(KEYS, first, last))) do
    values[first + offset - 1] = value
  end
end

return values
