-- keys[1] lock
-- argv[1] owner
-- returns long
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
