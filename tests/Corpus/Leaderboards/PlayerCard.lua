-- What a profile page shows of one player.
-- KEYS[1] board
-- KEYS[2] profile
-- ARGV[1] player: string
-- RETURNS rank: long              From 1; 0 when the player has no score.
-- RETURNS score: double
-- RETURNS share: double           The part of the players that are behind, 0 to 1.
-- RETURNS profile: map<string, string>
local board, profile, player = KEYS[1], KEYS[2], ARGV[1]

local score = redis.call('ZSCORE', board, player)
local rank, share = 0, 0

if score then
  local players = redis.call('ZCARD', board)
  rank = redis.call('ZREVRANK', board, player) + 1
  share = (players - rank) / players
end

return { rank, score or '0', tostring(share), redis.call('HGETALL', profile) }
