-- KEYS: all counters
-- ARGV: none
for i = 1, #KEYS do redis.call('INCR', KEYS[i]) end
return #KEYS
