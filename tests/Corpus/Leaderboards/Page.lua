-- Reads a page of the board, best first.
-- @readonly
-- @since 7.0
-- KEYS[1] board
-- ARGV[1] page: uint = 0        From 0.
-- ARGV[2] size: uint = 10
-- ARGV[3] order: 'best' | 'worst' = 'best'
-- RETURNS flat(player: string, score: double)
local board = KEYS[1]
local page, size, order = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]

local first = page * size
local last = first + size - 1

if order == 'worst' then
  return redis.call('ZRANGE', board, first, last, 'WITHSCORES')
end

return redis.call('ZRANGE', board, first, last, 'REV', 'WITHSCORES')
