-- drop every entry that carries one of the tags; KEYS are the tag sets
-- (entries live beside them: the first one holds the cache itself)
local cache = KEYS[1]
local removed = 0

for i = 2, #KEYS do
  local entries = redis.call('SMEMBERS', KEYS[i])
  for from = 1, #entries, 1000 do
    local to = math.min(from + 999, #entries)
    removed = removed + redis.call('HDEL', cache, unpack(entries, from, to))
  end
  redis.call('UNLINK', KEYS[i])
end

return removed
