-- Several small counters in one string: 8 bits each, saturating.
-- KEYS[1] = packed counters of one customer
-- ARGV[1] = index of the counter
-- ARGV[2] = increment
-- returns the new value, and whether the counter is full
local index, increment = ARGV[1], tonumber(ARGV[2])

local reply = redis.call('BITFIELD', KEYS[1], 'OVERFLOW', 'SAT', 'INCRBY', 'u8', '#' .. index, increment)
local value = reply[1]

return { value, value == 255 and 1 or 0 }
