-- Unlinks any number of keys.
-- KEYS[1...] keys
-- RETURNS unlinked: long
local unlinked = 0

for first = 1, #KEYS, 5000 do
  unlinked = unlinked + redis.call('UNLINK', unpack(KEYS, first, math.min(first + 4999, #KEYS)))
end

return unlinked
