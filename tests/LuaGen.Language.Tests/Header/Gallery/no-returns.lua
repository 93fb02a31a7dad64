-- KEYS[1] queue
-- ARGV[1] job: string
return redis.call('LPUSH', KEYS[1], ARGV[1])
