local stream = KEYS[1]

local function parts(id)
  local ms, seq = string.match(id, '^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(seq)
end

local function before(a, b)
  local ams, aseq = parts(a)
  local bms, bseq = parts(b)
  if ams ~= bms then return ams < bms end
  return aseq < bseq
end

-- XINFO answers with flat lists of names and values
local function field(list, name)
  for i = 1, #list, 2 do
    if list[i] == name then return list[i + 1] end
  end
end

if redis.call('EXISTS', stream) == 0 then return 0 end

local oldest
for _, group in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
  local needed = field(group, 'last-delivered-id')
  local pending = redis.call('XPENDING', stream, field(group, 'name'))
  if pending[1] > 0 then needed = pending[2] end
  if not oldest or before(needed, oldest) then oldest = needed end
end

if not oldest then return 0 end
return redis.call('XTRIM', stream, 'MINID', oldest)
