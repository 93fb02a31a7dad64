local call = redis.call
local key = KEYS[1]

-- every reader remembers what it has read: one round to the hash per field
local function memoize(read)
  local seen = {}
  return function(field)
    local value = seen[field]
    if value == nil then
      value = read(field)
      seen[field] = value
    end
    return value
  end
end

local reads = 0
local price = memoize(function(field)
  reads = reads + 1
  return tonumber(call('HGET', key, field) or 0)
end)

local function compose(f, g)
  return function(...) return f(g(...)) end
end

local rounded = compose(math.ceil, price)

local sum = 0
for _, field in ipairs(ARGV) do
  sum = sum + rounded(field)
end

return { sum, reads }
