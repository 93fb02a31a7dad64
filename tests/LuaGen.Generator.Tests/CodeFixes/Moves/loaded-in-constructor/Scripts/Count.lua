-- Counts a request, and says how many there were.
--
-- KEYS[1] key
-- ARGV[1] window: int
-- RETURNS long
local count = redis.call('INCR', KEYS[1])
if count == 1 then
  redis.call('EXPIRE', KEYS[1], ARGV[1])
end
return count
