-- KEYS[1] lockKey key of the lock
-- ARGV[1] owner_id id of whoever asks
-- ARGV[2] ttlMs how long the lock holds
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
  return 1
end
return 0
