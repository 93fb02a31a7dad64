-- KEYS[i]: the counters
-- ARGV[i]: the increments
for i = 1, #KEYS do redis.call('INCRBY', KEYS[i], ARGV[i]) end
return #KEYS
