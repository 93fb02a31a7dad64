--[[
  KEYS[1]   'wait' list
  KEYS[2]   'active' set
  ARGV[1]   job id
  ARGV[2]   timestamp (ms)
  Output:   number of active jobs
]]
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'until', ARGV[2])
redis.call('SADD', KEYS[2], ARGV[1])
return redis.call('SCARD', KEYS[2])
