--[==[
  Puts a recurring job back in the plan at its next slot.
  Missed slots are skipped: after a night off a job runs once, not fifty times.
]==]
local plan, periods = KEYS[1], KEYS[2]
local job = ARGV[1]
local now = assert(tonumber(ARGV[2]), 'the second argument is the time')

local period = tonumber(redis.call('HGET', periods, job) or '')
if not period then
    redis.call('ZREM', plan, job)
    return false
end

local last = tonumber(redis.call('ZSCORE', plan, job) or now)
local missed = math.max(0, math.floor((now - last) / period))
local next_run = last + (missed + 1) * period

redis.call('ZADD', plan, next_run, job)
return { next_run, missed }
