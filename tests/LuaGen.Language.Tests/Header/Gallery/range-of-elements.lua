-- KEYS[1]..KEYS[3]: the counters
return redis.call('EXISTS', KEYS[1], KEYS[2], KEYS[3])
