#!lua flags=no-writes,allow-stale
-- KEYS[1] key
-- RETURNS? value: string
-- RETURNS ttl: seconds?
-- RAISES NO_KEY   There is none.
local value = redis.call('GET', KEYS[1])
if not value then
  return redis.error_reply('NO_KEY there is none')
end
return { value, redis.call('TTL', KEYS[1]) }
