-- Adds a job to the end of a queue, once per job id.
--
-- The set of known ids outlives the job itself, so a producer that repeats itself
-- after a lost reply does not run the work twice.
--
-- KEYS[1] queue            The waiting jobs, oldest first.
-- KEYS[2] known            Ids that were ever queued.
-- KEYS[3] jobs             Payload by job id.
-- ARGV[1] id: string       The job's own id.
-- ARGV[2] payload: bytes   What the worker gets.
-- ARGV[3] limit: int = 1000  How many jobs may wait.
-- RETURNS accepted: bool   False when the id was known already.
-- RETURNS waiting: long    Jobs in the queue afterwards.
-- RAISES QUEUE_FULL        The limit is reached.
local queue, known, jobs = KEYS[1], KEYS[2], KEYS[3]
local id, payload = ARGV[1], ARGV[2]
local limit = tonumber(ARGV[3])

local waiting = redis.call('LLEN', queue)
if redis.call('SISMEMBER', known, id) == 1 then
  return {0, waiting}
end

if waiting >= limit then
  return redis.error_reply('QUEUE_FULL ' .. waiting .. ' jobs are waiting')
end

redis.call('SADD', known, id)
redis.call('HSET', jobs, id, payload)
return {1, redis.call('RPUSH', queue, id)}
