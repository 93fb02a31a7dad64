-- KEYS[1] whatever the caller wants to be limited by this script
-- ARGV[1] number that must never be passed by anyone
-- ARGV[2] how long anybody has to wait until everything begins again
local hits = redis.call('INCR', KEYS[1])
if hits == 1 then
  redis.call('EXPIRE', KEYS[1], ARGV[2])
end
if hits > tonumber(ARGV[1]) then
  return 0
end
return 1
