-- Reads a value from the first place that has it.
-- KEYS[1...] places
-- ARGV[1] fallback: value?
-- RETURNS result               A text, a list or a hash, as the place holds it.
local fallback = ARGV[1]

-- One reader per type; types without one are passed over.
local readers = {
  string = function(key) return redis.call('GET', key) end,
  list = function(key) return redis.call('LRANGE', key, 0, -1) end,
  hash = function(key) return redis.call('HGETALL', key) end,
}

for _, place in ipairs(KEYS) do
  local kind = redis.call('TYPE', place)['ok']
  local read = readers[kind]
  if read then
    return read(place)
  end
end

return fallback
