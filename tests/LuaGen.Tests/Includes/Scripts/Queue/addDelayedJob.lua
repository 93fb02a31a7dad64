--[[
  Adds a job that workers get later.

  KEYS[1] delayed              The jobs that wait for their time.
  KEYS[2] jobs
  KEYS[3] meta
  ARGV[1] data: string
  ARGV[2] delay: milliseconds
  RETURNS id: long
]]
local rcall = redis.call
--- @include "includes/createJob"
--- @include "includes/addDelayed"
local id = createJob(KEYS[2], KEYS[3], ARGV[1], 0)
addDelayed(KEYS[1], id, tonumber(ARGV[2]))
return id
