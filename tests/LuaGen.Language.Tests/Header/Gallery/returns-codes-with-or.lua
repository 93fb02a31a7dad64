-- KEYS[1] lock
-- ARGV[1] owner: string
-- ARGV[2] hold: milliseconds
-- RETURNS Acquired = 1 or Busy = 0 when somebody else has it
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
  return 1
end
return 0
