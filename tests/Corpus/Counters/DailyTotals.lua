-- Adds an amount to the total of its day.
--
-- The day is that of UTC; no time zone is looked at.
--
-- KEYS[1] totals                Total by day number since 1970.
-- ARGV[1] amount: decimal
-- ARGV[2] at: unixseconds
-- ARGV[3] keepDays: int = 90
-- RETURNS day: int
-- RETURNS total: decimal
local totals, amount, at, keep_days = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

local day = math.floor(at / 86400)
local total = redis.call('HINCRBYFLOAT', totals, day, amount)

for _, known in ipairs(redis.call('HKEYS', totals)) do
  if tonumber(known) <= day - keep_days then
    redis.call('HDEL', totals, known)
  end
end

return { day, total }
