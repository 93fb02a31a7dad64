-- Reads a hash and a score as RESP3 gives them: a map and a double.
-- @since 6.0
-- KEYS[1] settings
-- KEYS[2] board
-- ARGV[1] member: string
-- RETURNS names: string[]       The settings' names, sorted.
-- RETURNS doubled: string?      Twice the member's score; null when it has none.
redis.setresp(3)

local settings, board = KEYS[1], KEYS[2]

local names = {}
for name in pairs(redis.call('HGETALL', settings)['map']) do
  names[#names + 1] = name
end
table.sort(names)

-- Under RESP3 what is missing is nil, not false.
local score = redis.call('ZSCORE', board, ARGV[1])
if score == nil then
  return { names }
end

return { names, tostring(score.double * 2) }
