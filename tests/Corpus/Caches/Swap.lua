-- Puts a value in place and gives back the one that was there.
-- KEYS[1] entry
-- ARGV[1] fresh: bytes
-- ARGV[2] ttl: seconds?     Null keeps the time that the entry has left, if any.
-- RETURNS bytes?
local entry, fresh, ttl = KEYS[1], ARGV[1], ARGV[2]

if ttl then
  return redis.call('SET', entry, fresh, 'EX', ttl, 'GET')
end

return redis.call('SET', entry, fresh, 'KEEPTTL', 'GET')
