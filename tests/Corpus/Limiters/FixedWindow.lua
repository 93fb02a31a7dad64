-- one window per key; the key's own expiry ends it
local hits = redis.call('INCR', KEYS[1])

if hits == 1 then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end

local limit = tonumber(ARGV[1])
if hits > limit then
  return { 0, 0, redis.call('PTTL', KEYS[1]) }
end

return { 1, limit - hits, redis.call('PTTL', KEYS[1]) }
