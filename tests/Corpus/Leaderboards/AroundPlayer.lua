local board = KEYS[1]
local player = ARGV[1]
local radius = tonumber(ARGV[2]) or 2

local rank = redis.call('ZREVRANK', board, player)
if not rank then
  return false
end

local from = math.max(0, rank - radius)
local rows = redis.call('ZREVRANGE', board, from, rank + radius, 'WITHSCORES')

local result = {}
for i = 1, #rows, 2 do
  local position = from + (i - 1) / 2
  table.insert(result, { position + 1, rows[i], rows[i + 1] })
end

return result
