-- KEYS[1]: queue
-- ARGV[1...]: jobs to add
return redis.call('RPUSH', KEYS[1], unpack(ARGV))
