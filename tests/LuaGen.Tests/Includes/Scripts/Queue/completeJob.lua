--[[
  Marks a job as done.

  KEYS[1] active
  KEYS[2] finished
  KEYS[3] jobs
  KEYS[4] attempts
  ARGV[1] id: string
  ARGV[2] keep: int = 100   How many finished jobs are kept.
  RETURNS ok
  RAISES NOT_ACTIVE
]]
local rcall = redis.call
--- @include "includes/finishJob"
finishJob(KEYS[1], KEYS[2], KEYS[3], KEYS[4], ARGV[1], tonumber(ARGV[2]))
return redis.status_reply("OK")
