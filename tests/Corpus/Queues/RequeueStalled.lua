-- Gives jobs whose worker went silent back to the queue.
--
-- A job that stalled too often goes to the dead letters instead.
--
-- KEYS[1] active                     Running jobs, scored by their deadline.
-- KEYS[2] wait                       The waiting jobs.
-- KEYS[3] dead                       Jobs that are given up.
-- KEYS[4] attempts                   How often each job stalled.
-- ARGV[1] now: unixmilliseconds      The caller's clock.
-- ARGV[2] maxAttempts: int = 3       Stalls that are forgiven.
-- ARGV[3] batch: int = 100           At most so many jobs in one call.
-- RETURNS requeued: string[]         Jobs that wait again.
-- RETURNS buried: string[]           Jobs that are dead now.
local active, wait, dead, attempts = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local now, max_attempts, batch = ARGV[1], tonumber(ARGV[2]), ARGV[3]

local requeued, buried = {}, {}
local stalled = redis.call('ZRANGE', active, '-inf', '(' .. now, 'BYSCORE', 'LIMIT', 0, batch)

for _, job in ipairs(stalled) do
  redis.call('ZREM', active, job)
  if redis.call('HINCRBY', attempts, job, 1) > max_attempts then
    redis.call('HDEL', attempts, job)
    redis.call('RPUSH', dead, job)
    buried[#buried + 1] = job
  else
    -- In front: it has waited its turn already.
    redis.call('LPUSH', wait, job)
    requeued[#requeued + 1] = job
  end
end

return { requeued, buried }
