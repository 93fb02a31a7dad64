-- Adds one to every counter and reports those that are none, instead of stopping at the first.
-- KEYS[1...] counters
-- RETURNS incremented: int
-- RETURNS failures: string[]      As "position: code".
local incremented, failures = 0, {}

for i, counter in ipairs(KEYS) do
  local reply = redis.pcall('INCR', counter)
  if type(reply) == 'table' and reply.err then
    table.insert(failures, i .. ': ' .. string.match(reply.err, '^%S+'))
  else
    incremented = incremented + 1
  end
end

return { incremented, failures }
