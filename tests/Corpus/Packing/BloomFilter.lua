local filter = KEYS[1]
local bits = tonumber(ARGV[1])
local hashes = tonumber(ARGV[2])

-- two halves of one digest give as many hashes as needed
local function offsets(item)
  local digest = redis.sha1hex(item)
  local h1 = tonumber(digest:sub(1, 8), 16)
  local h2 = tonumber(digest:sub(9, 16), 16)
  local list = {}
  for i = 0, hashes - 1 do
    list[#list + 1] = (h1 + i * h2) % bits
  end
  return list
end

local fresh = {}
for i = 3, #ARGV do
  local new = false
  for _, offset in ipairs(offsets(ARGV[i])) do
    if redis.call('SETBIT', filter, offset, 1) == 0 then
      new = true
    end
  end
  if new then fresh[#fresh + 1] = ARGV[i] end
end
return fresh
