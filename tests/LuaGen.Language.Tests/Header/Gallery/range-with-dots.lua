-- KEYS[1]: lock:{resource_id}
-- ARGV[1..2]: owner, ttl_ms
-- Returns 1 (acquired) / 0 (busy)
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
