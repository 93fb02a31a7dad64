-- Adds members to a set.
--
-- KEYS[1] set
-- ARGV[1] limit: int       The set may have no more.
-- ARGV[2...] members: string   The members.
-- RETURNS long
local added = 0
for i = 2, #ARGV do
  if redis.call('SCARD', KEYS[1]) < tonumber(ARGV[1]) then
    added = added + redis.call('SADD', KEYS[1], ARGV[i])
  end
end
return added
