-- KEYS[1]: board
-- ARGV[2]: ttl
for i = 2, #KEYS do redis.call('DEL', KEYS[i]) end
return redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
