---@diagnostic disable: undefined-global
-- Sums the amounts of a list of "name:amount" entries by name.
-- @readonly
-- KEYS[1] entries
-- RETURNS map<string, long>
local sums, names = {}, {}

for _, entry in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
  local name, amount = entry:match('^(.-):(-?%d+)$')
  if name then
    if not sums[name] then
      sums[name] = 0
      table.insert(names, name)
    end
    sums[name] = sums[name] + tonumber(amount)
  end
end

-- Redis drops the string keys of a table, so names and sums go out in turn.
local reply = {}
for _, name in ipairs(names) do
  reply[#reply + 1] = name
  reply[#reply + 1] = sums[name]
end
return reply
