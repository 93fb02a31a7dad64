-- KEYS[1] stock
-- ARGV[1] quantity: int
-- RETURNS item1: int
-- RETURNS left: long
-- RETURNS item3: string?
local left = tonumber(redis.call('GET', KEYS[1]) or '0')
local wanted = tonumber(ARGV[1])
if left < wanted then
  return {0, left, 'short'}
end
return {1, redis.call('DECRBY', KEYS[1], wanted), 'taken'}
