-- Stores a value unless a newer one is there already.
-- KEYS[1] entry                     A hash: version and value.
-- ARGV[1] version: long             Grows with every change at the source.
-- ARGV[2] value: value
-- ARGV[3] ttl: seconds = 3600
-- RETURNS stored: bool
local entry, version, value, ttl = KEYS[1], ARGV[1], ARGV[2], ARGV[3]

-- Versions may be longer than the 53 bits of a Lua number, so compare them as text:
-- of two positive decimals without leading zeros the longer one is the greater.
local function newer(a, b)
  if #a ~= #b then
    return #a > #b
  end
  return a > b
end

local known = redis.call('HGET', entry, 'version')
if known and not newer(version, known) then
  return false
end

redis.call('HSET', entry, 'version', version, 'value', value)
redis.call('EXPIRE', entry, ttl)
return true
