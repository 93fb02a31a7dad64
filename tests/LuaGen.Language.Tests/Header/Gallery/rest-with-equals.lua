-- KEYS[1] = stream
-- KEYS[2...] = user status keys (two per job)
-- ARGV[1] = group
-- ARGV[2...] = message ids
for i = 2, #KEYS do redis.call('DEL', KEYS[i]) end
for i = 2, #ARGV do redis.call('XACK', KEYS[1], ARGV[1], ARGV[i]) end
return #ARGV - 1
