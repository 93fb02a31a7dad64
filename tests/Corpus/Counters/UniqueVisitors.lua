-- KEYS[1] HyperLogLog of today
-- KEYS[2] HyperLogLog of the month
-- ARGV[1...] visitors
-- Returns today's count, the month's count, and 1 if anything changed.
local today, month = KEYS[1], KEYS[2]

local changed = 0
for _, visitor in ipairs(ARGV) do
  if redis.call("PFADD", today, visitor) == 1 then
    changed = 1
  end
end

if changed == 1 then
  redis.call("PFMERGE", month, today)
end

return { redis.call("PFCOUNT", today), redis.call("PFCOUNT", month), changed }
