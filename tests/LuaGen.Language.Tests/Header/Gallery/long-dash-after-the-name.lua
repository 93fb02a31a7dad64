-- KEYS[1] lock – the lock
-- ARGV[1] owner — who holds it
-- RETURNS long – 1 if it was released
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
