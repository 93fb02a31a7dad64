local active = KEYS[1]
local owners = KEYS[2]
local results = KEYS[3]

local job = ARGV[1]
local worker = ARGV[2]
local result = ARGV[3] or ''

-- Another worker may have taken the job over while this one was stuck.
local owner = redis.call('HGET', owners, job)
if owner ~= worker then
  return redis.error_reply('NOT_OWNER ' .. tostring(owner))
end

redis.call('ZREM', active, job)
redis.call('HDEL', owners, job)

if #result > 0 then
  redis.call('HSET', results, job, result)
  redis.call('EXPIRE', results, 86400)
end

return redis.call('ZCARD', active)
