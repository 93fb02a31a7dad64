--[[
 * Pops from the first queue that has something, in the order the queues are given.
 *
 * KEYS[1...] queues            Most urgent first.
 * ARGV[1] max: int = 1
 * RETURNS? (queue: int, items: value[])   The queue's position from 0, and what came out of it.
 *   Null when all of them are empty.
 ]]
local max = tonumber(ARGV[1])

for position, queue in ipairs(KEYS) do
  local items = redis.call('LPOP', queue, max)
  if items and #items > 0 then
    return { position - 1, items }
  end
end

return nil
