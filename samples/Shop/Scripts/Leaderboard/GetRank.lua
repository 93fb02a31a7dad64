-- A player's place on the board.
--
-- KEYS[1] board                 A sorted set.
-- ARGV[1] player: string        The player's name.
-- RETURNS rank: long?           The place, 1 being the best; null for a player who is not on the board.
local above = redis.call('ZREVRANK', KEYS[1], ARGV[1])
return above and above + 1
