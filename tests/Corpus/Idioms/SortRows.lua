-- Sorts the rows of a table that was stored as text.
-- @readonly
-- KEYS[1] rows                      A list of lines, columns divided by semicolons.
-- ARGV[1] column: int = 1              From 1.
-- ARGV[2] direction: 'asc' | 'desc' = 'asc'
-- ARGV[3] separator: string = ' | '   Between the columns of the answer.
-- RETURNS lines: string[]
local column, direction, separator = tonumber(ARGV[1]), ARGV[2], ARGV[3]

local rows = {}
for index, line in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
  local cells = { index = index }
  for cell in (line .. ';'):gmatch('([^;]*);') do
    cells[#cells + 1] = cell
  end
  rows[index] = cells
end

table.sort(rows, function(a, b)
  local left, right = a[column] or '', b[column] or ''
  -- Numbers by their value, everything else by its text.
  if tonumber(left) and tonumber(right) then
    left, right = tonumber(left), tonumber(right)
  elseif tonumber(left) or tonumber(right) then
    return tonumber(left) ~= nil
  end

  if left == right then
    return a.index < b.index
  elseif direction == 'desc' then
    return left > right
  end
  return left < right
end)

local lines = {}
for i, cells in ipairs(rows) do
  lines[i] = table.concat(cells, separator)
end
return lines
