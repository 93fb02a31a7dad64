-- Moves units between shelves, all of the moves or none.
-- KEYS[1...] move.from
-- KEYS[2...] move.to
-- ARGV[1...] move.units: long
-- RETURNS moved: long
-- RAISES SHORT	A shelf does not hold enough.
local left = {}

-- Several moves may take from one shelf, so the plan keeps its own count.
local function stock(shelf)
  if not left[shelf] then
    left[shelf] = tonumber(redis.call('GET', shelf) or '0')
  end
  return left[shelf]
end

for i = 1, #ARGV do
  local from, to, units = KEYS[2 * i - 1], KEYS[2 * i], tonumber(ARGV[i])
  if stock(from) < units then
    return redis.error_reply('SHORT move ' .. i .. ' wants ' .. units .. ' of ' .. stock(from))
  end
  left[from] = stock(from) - units
  left[to] = stock(to) + units
end

local moved = 0
for i = 1, #ARGV do
  redis.call('DECRBY', KEYS[2 * i - 1], ARGV[i])
  redis.call('INCRBY', KEYS[2 * i], ARGV[i])
  moved = moved + tonumber(ARGV[i])
end
return moved
