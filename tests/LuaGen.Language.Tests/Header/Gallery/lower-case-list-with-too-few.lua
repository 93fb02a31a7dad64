-- keys = {lock}
-- args = {owner, ttl, mode}
return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
