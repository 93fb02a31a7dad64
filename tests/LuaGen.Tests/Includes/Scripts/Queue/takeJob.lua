--[[
  Gives a worker the next job, once the delayed ones are due.

  KEYS[1] wait
  KEYS[2] active         The jobs that workers have.
  KEYS[3] delayed
  KEYS[4] jobs
  KEYS[5] meta
  RETURNS? id: string    The job.
  RETURNS data: string   What it needs.
]]
local rcall = redis.call
--- @include "includes/isPaused"
--- @include "includes/promoteDelayed"
promoteDelayed(KEYS[3], KEYS[1])
if isPaused(KEYS[5]) then
  return nil
end
local id = rcall("RPOPLPUSH", KEYS[1], KEYS[2])
if not id then
  return nil
end
return { id, rcall("HGET", KEYS[4], id) or "" }
