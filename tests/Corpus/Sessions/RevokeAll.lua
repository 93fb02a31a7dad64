local sessions = KEYS[1]
local keep = ARGV[1]
local ended = 0

for _, id in ipairs(redis.call('SMEMBERS', sessions)) do
  if id ~= keep then
    ended = ended + redis.call('SREM', sessions, id)
  end
end

if ended > 0 then
  -- other servers drop their copies
  redis.call('PUBLISH', ARGV[2], ended)
end

return ended
