local Tally = {}
Tally.__index = Tally

function Tally.new()
  local counts = setmetatable({}, { __index = function() return 0 end })
  return setmetatable({ counts = counts, total = 0 }, Tally)
end

function Tally:add(word)
  self.counts[word] = self.counts[word] + 1
  self.total = self.total + 1
end

function Tally:ranked()
  local words = {}
  for word in pairs(self.counts) do
    words[#words + 1] = word
  end
  table.sort(words, function(a, b)
    if self.counts[a] ~= self.counts[b] then
      return self.counts[a] > self.counts[b]
    end
    return a < b
  end)
  return words
end

local tally = Tally.new()
for _, line in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
  for word in line:lower():gmatch('%a+') do
    tally:add(word)
  end
end

local report = { tally.total }
for place, word in ipairs(tally:ranked()) do
  if place > tonumber(ARGV[1] or 3) then
    break
  end
  report[#report + 1] = ('%s=%d'):format(word, tally.counts[word])
end
return report
