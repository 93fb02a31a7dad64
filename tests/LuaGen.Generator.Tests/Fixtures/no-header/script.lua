local stock, pending = KEYS[1], KEYS[2]
local quantity = tonumber(ARGV[1])
local order = ARGV[2] or 'asc'
local limit = tonumber(ARGV[4]) or 1000
for i = 5, #ARGV do
  redis.call('RPUSH', pending, ARGV[i])
end
return redis.call('DECRBY', stock, quantity)
