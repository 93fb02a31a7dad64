-- Counts, and begins anew after a minute.
-- The first call sets the time.
--
-- KEYS[1] counterKey
-- RETURNS long
local count = redis.call('INCR', KEYS[1])
if count == 1 then
  redis.call('EXPIRE', KEYS[1], 60)
end
return count
