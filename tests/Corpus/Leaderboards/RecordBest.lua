-- Records a score when it is the player's best so far.
--
-- KEYS[1] board                       Scores by player.
-- ARGV[1] player: string
-- ARGV[2] score: double
-- ARGV[3] better: 'high' | 'low' = 'high'   Which scores win.
-- ARGV[4] size: int = 1000            Players that the board keeps.
-- RETURNS improved: bool
-- RETURNS rank: long?                 From 0; null when the player did not make the board.
local board, player, score, better = KEYS[1], ARGV[1], ARGV[2], ARGV[3]
local size = tonumber(ARGV[4])
local high = better == 'high'

local changed = redis.call('ZADD', board, high and 'GT' or 'LT', 'CH', score, player)

local rank
if high then
  redis.call('ZREMRANGEBYRANK', board, 0, -size - 1)
  rank = redis.call('ZREVRANK', board, player)
else
  redis.call('ZREMRANGEBYRANK', board, size, -1)
  rank = redis.call('ZRANK', board, player)
end

return { changed, rank }
