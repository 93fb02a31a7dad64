local events = KEYS[1]

-- nil is a value here, so count with select instead of #{...}
local function describe(...)
  local words = {}
  for i = 1, select('#', ...) do
    local value = select(i, ...)
    if value == nil then
      words[i] = 'none'
    elseif type(value) == 'string' then
      words[i] = string.format('%q', value)
    else
      words[i] = tostring(value)
    end
  end
  return table.concat(words, ' ')
end

local function emit(kind, ...)
  return redis.call('RPUSH', events, kind .. ': ' .. describe(...))
end

local function first(a) return a end

emit('start')
emit('argument', ARGV[1], ARGV[2], nil)
emit('sum', 1 + 2, true, first(7, 8), (select(2, 'x', 'y', 'z')))

return redis.call('LRANGE', events, 0, -1)
