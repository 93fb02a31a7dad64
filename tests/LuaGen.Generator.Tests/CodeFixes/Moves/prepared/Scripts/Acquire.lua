-- Takes the lock for an owner.
--
-- KEYS[1] key
-- ARGV[1] owner: string
-- ARGV[2] hold: long
-- RETURNS int
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
  return 1
end
return 0
