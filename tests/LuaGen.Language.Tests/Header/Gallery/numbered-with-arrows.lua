--[[
key 1 -> shop:waiting
key 2 => shop:active
arg 1 -> job id
]]
if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 1 then
  redis.call('RPUSH', KEYS[2], ARGV[1])
end
