-- Takes units off the stock, as many as there are.
--
-- KEYS[1] stockKey
-- ARGV[1] quantity: int
-- RETURNS int
local stock = tonumber(redis.call('GET', KEYS[1])) or 0
local wanted = tonumber(ARGV[1])

if wanted > stock then
  wanted = stock
end

redis.call('DECRBY', KEYS[1], wanted)
return wanted
