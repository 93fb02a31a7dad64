-- Promote delayed jobs
-- keys[1] - delayed zset, keys[2] - waiting list
-- argv[1] - now
-- argv[2] - max number of jobs
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, id in ipairs(due) do
  redis.call('LPUSH', KEYS[2], id)
  redis.call('ZREM', KEYS[1], id)
end
return #due
