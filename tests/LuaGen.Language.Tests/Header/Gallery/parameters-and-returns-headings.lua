-- Parameters:
--   KEYS[1] - lock name
--   ARGV[1] - token
--   ARGV[2] - milliseconds to live
-- Returns:
--   1 - taken
--   0 - not taken
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
