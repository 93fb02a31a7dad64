-- KEYS[1] lock - the lock
-- ARGV[1] owner - who holds it
-- ARGV[2] ttl - how long, in milliseconds
-- RETURNS bool - whether taken
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
  return 1
end
return 0
