-- KEYS[1] key
-- ARGV[1] owner: guid
-- ARGV[2] timeToLive: milliseconds
-- RETURNS bool
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
  return 1
end
return redis.call('GET', KEYS[1]) == ARGV[1] and 1 or 0
