--[[
  Adds a job to the end of the queue.

  KEYS[1] wait           The jobs that wait, the next one last.
  KEYS[2] jobs           The data of each job.
  KEYS[3] meta           The number of the last job.
  ARGV[1] data: string   What a worker needs.
  ARGV[2] limit: int = 0  The most jobs that the queue holds; 0 for no limit.
  RETURNS id: long       The number of the job.
  RAISES QUEUE_FULL      The queue has no room.
]]
local rcall = redis.call

-- Includes
--- @include "includes/createJob"
--- @include "includes/pushWaiting"

local id = createJob(KEYS[2], KEYS[3], ARGV[1], tonumber(ARGV[2]))
pushWaiting(KEYS[1], id, false)
return id
