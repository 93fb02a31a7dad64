-- Plans the next attempt of a failed task: twice the wait each time, with some jitter.
--
-- KEYS[1] plan
-- KEYS[2] attempts
-- ARGV[1] id: string
-- ARGV[2] now: unixmilliseconds
-- ARGV[3] base: milliseconds = 1000
-- ARGV[4] longest: milliseconds = 60000
-- ARGV[5] jitter: double = 0.1           The part of the wait that chance decides.
-- RETURNS attempt: int
-- RETURNS delay: milliseconds
local plan, attempts = KEYS[1], KEYS[2]
local id, now = ARGV[1], tonumber(ARGV[2])

local attempt = redis.call('HINCRBY', attempts, id, 1)
local delay
do
  local base, longest, jitter = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
  local wait = math.min(base * 2 ^ (attempt - 1), longest)

  -- The server seeds every script alike; without this all tasks would come back together.
  math.randomseed(now % 1e6 + attempt)
  delay = math.floor(wait * (1 - jitter * math.random()))
end

redis.call('ZADD', plan, now + delay, id)
return { attempt, delay }
