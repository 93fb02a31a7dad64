-- The best players with their scores, best first.
--
-- KEYS[1] board                                   A sorted set.
-- ARGV[1] count: int = 10                         How many players at most.
-- RETURNS flat(player: string, score: double)
local board, count = KEYS[1], tonumber(ARGV[1])

if count < 1 then
  return {}
end

return redis.call('ZRANGE', board, 0, count - 1, 'REV', 'WITHSCORES')
