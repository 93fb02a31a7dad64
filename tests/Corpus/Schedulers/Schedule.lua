-- Plans a task, or moves it when it is planned already.
--
-- KEYS[1] plan                      Task ids, scored by when they are due.
-- KEYS[2] tasks                     Task bodies by id.
-- ARGV[1] id: string
-- ARGV[2] dueAt: unixseconds
-- ARGV[3] body: string
-- ARGV[4] policy: 'replace' | 'keep' | 'earlier' = 'replace'   What to do with a task that is there.
-- RETURNS 'created' | 'moved' | 'kept'
local plan, tasks = KEYS[1], KEYS[2]
local id, due_at, body, policy = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4]

local planned = redis.call('ZSCORE', plan, id)

if planned and (policy == 'keep' or (policy == 'earlier' and tonumber(planned) <= due_at)) then
  return 'kept'
end

redis.call('ZADD', plan, due_at, id)
redis.call('HSET', tasks, id, body)

return planned and 'moved' or 'created'
