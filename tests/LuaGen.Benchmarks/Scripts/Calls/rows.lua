-- Returns 100 rows.
--
-- KEYS[1] counter
-- RETURNS flat(member: string, score: double)
local rows = { redis.call('EXISTS', KEYS[1]) > 0 and 'member:1' or 'member:0', '0.25' }
for i = 2, 100 do
  rows[2 * i - 1] = 'member:' .. i
  rows[2 * i] = tostring(i / 4)
end
return rows
