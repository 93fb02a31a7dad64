--[[
  Gives a failed job back to the queue, up to a number of attempts.

  KEYS[1] wait
  KEYS[2] active
  KEYS[3] finished
  KEYS[4] jobs
  KEYS[5] attempts
  ARGV[1] id: string
  ARGV[2] limit: int
  RETURNS 'retried' | 'failed'
  RAISES NOT_ACTIVE
]]
local rcall = redis.call
--- @include "includes/retryOrFail"
return retryOrFail(KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], ARGV[1], tonumber(ARGV[2]), 100)
