-- How many points a player lacks to draw level with the next one above.
-- @readonly
-- KEYS[1] board
-- ARGV[1] player: string
-- RETURNS double?     Null for the leader and for players without a score.
local board, player = KEYS[1], ARGV[1]

local rank = redis.call('ZREVRANK', board, player)
if not rank or rank == 0 then
  return nil
end

local above = redis.call('ZREVRANGE', board, rank - 1, rank, 'WITHSCORES')
local gap = tonumber(above[2]) - tonumber(above[4])

-- As text: a number would lose its fraction.
return string.format('%.17g', gap)
