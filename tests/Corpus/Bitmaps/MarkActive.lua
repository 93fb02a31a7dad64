-- Marks a user as active today and counts the days in a row until today.
--
-- KEYS[1] today
-- KEYS[2...] earlier            The days before, one bitmap each, going back in time.
-- ARGV[1] userId: ulong         The user's bit; below 2^32.
-- RETURNS first: bool           True for the first mark of the day.
-- RETURNS streak: int           At most as long as the days that were given.
local user_id = ARGV[1]
local today = KEYS[1]
local was = redis.call('SETBIT', today, user_id, 1)

local streak = 1
for day = 2, #KEYS do
  if redis.call('GETBIT', KEYS[day], user_id) == 0 then
    break
  end
  streak = day
end

return { 1 - was, streak }
