-- KEYS[1] the counter
-- ARGV[1] the limit of each window
-- ARGV[2] window length in whole seconds
local hits = redis.call('INCR', KEYS[1])
if hits == 1 then
  redis.call('EXPIRE', KEYS[1], ARGV[2])
end
if hits > tonumber(ARGV[1]) then
  return 0
end
return 1
