-- Merges seasons into an all-time board. Later seasons weigh more.
-- KEYS[1] = all-time board
-- KEYS[2..n] = seasons, oldest first
-- Returns the number of players
local command = { 'ZUNIONSTORE', KEYS[1], #KEYS - 1 }

for i = 2, #KEYS do
  table.insert(command, KEYS[i])
end

table.insert(command, 'WEIGHTS')
for weight = 1, #KEYS - 1 do
  table.insert(command, weight)
end

return redis.call(unpack(command))
