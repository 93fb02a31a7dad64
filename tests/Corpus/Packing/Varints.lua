-- posting lists: ascending ids, stored as the varints of their distances
-- (whole numbers below 2^31: the bit library has no more bits)
local key = KEYS[1]

local function encode(numbers)
  local bytes, previous = {}, 0
  for _, number in ipairs(numbers) do
    local delta = number - previous
    previous = number
    while delta >= 0x80 do
      bytes[#bytes + 1] = string.char(bit.bor(bit.band(delta, 0x7f), 0x80))
      delta = bit.rshift(delta, 7)
    end
    bytes[#bytes + 1] = string.char(delta)
  end
  return table.concat(bytes)
end

local function decode(text)
  local numbers, value, shift, previous = {}, 0, 0, 0
  for i = 1, #text do
    local byte = text:byte(i)
    value = bit.bor(value, bit.lshift(bit.band(byte, 0x7f), shift))
    shift = shift + 7
    if byte < 0x80 then
      previous = previous + value
      numbers[#numbers + 1] = previous
      value, shift = 0, 0
    end
  end
  return numbers
end

local numbers = decode(redis.call('GET', key) or '')
local present = {}
for _, number in ipairs(numbers) do present[number] = true end

for _, text in ipairs(ARGV) do
  local number = tonumber(text)
  if number and number >= 0 and number % 1 == 0 and not present[number] then
    present[number] = true
    table.insert(numbers, number)
  end
end

table.sort(numbers)
redis.call('SET', key, encode(numbers))
return numbers
