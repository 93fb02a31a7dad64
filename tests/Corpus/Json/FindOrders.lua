-- Ids of all orders of a customer with at least the given total, newest first.
local orders = redis.call('HVALS', KEYS[1])
local minimum = tonumber(ARGV[1]) or 0

local found = {}
for _, text in ipairs(orders) do
  local order = cjson.decode(text)
  if order.total and order.total >= minimum then
    found[#found + 1] = order
  end
end

table.sort(found, function(a, b)
  if a.placed == b.placed then
    return a.id < b.id
  end
  return a.placed > b.placed
end)

if #found == 0 then
  -- an empty table would be encoded as an object
  return '[]'
end

local ids = {}
for i = 1, #found do ids[i] = found[i].id end
return cjson.encode(ids)
