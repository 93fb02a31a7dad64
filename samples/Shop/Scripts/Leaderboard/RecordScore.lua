-- Records a player's score; the board keeps each player's best.
--
-- KEYS[1] board                 A sorted set.
-- ARGV[1] player: string        The player's name.
-- ARGV[2] score: double         The score; the higher the better.
-- ARGV[3] size: int = 100       How many players the board keeps; 0 keeps all.
-- RETURNS rank: long?           The player's place, 1 being the best; null when the score did not make the board.
local board, player, score, size = KEYS[1], ARGV[1], ARGV[2], tonumber(ARGV[3])

redis.call('ZADD', board, 'GT', score, player)
if size > 0 then
  redis.call('ZREMRANGEBYRANK', board, 0, -size - 1)
end

local above = redis.call('ZREVRANK', board, player)
return above and above + 1
