-- Gives an address a short code, the same one every time.
-- KEYS[1] codes                    Code by address.
-- KEYS[2] addresses                Address by code.
-- KEYS[3] sequence
-- ARGV[1] address: string
-- ARGV[2] width: int = 4           Codes are filled up with zeros to this width.
-- RETURNS code: string
-- RETURNS number: ulong?           The number behind a new code; null for a known address.
local codes, addresses, sequence = KEYS[1], KEYS[2], KEYS[3]
local address, width = ARGV[1], tonumber(ARGV[2])

local code = redis.call('HGET', codes, address)
if code then
  return { code }
end

local digits = '0123456789abcdefghijklmnopqrstuvwxyz'

local function base36(number)
  local text = ''
  repeat
    local digit = number % 36
    text = digits:sub(digit + 1, digit + 1) .. text
    number = math.floor(number / 36)
  until number == 0
  return text
end

local number = redis.call('INCR', sequence)
code = base36(number)
code = string.rep('0', width - #code) .. code

assert(tonumber(code, 36) == number, 'base36 is wrong')

redis.call('HSET', codes, address, code)
redis.call('HSET', addresses, code, address)
return { code, number }
