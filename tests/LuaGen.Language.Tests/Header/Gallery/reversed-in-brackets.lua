-- lock (KEYS[1]), owner (ARGV[1]), ttl (ARGV[2])
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
