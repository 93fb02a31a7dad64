--[[
  Moves a job from the waiting list to the active list.

     Input:
        KEYS[1] 'wait',
        KEYS[2] 'active'
        KEYS[3] 'meta'

        ARGV[1] token
        ARGV[2] the job id
        ARGV[3] lock duration in milliseconds

     Output:
      0 OK
     -1 Missing key.
]]
local jobId = ARGV[2]
if redis.call('LREM', KEYS[1], 0, jobId) == 0 then
  return -1
end
redis.call('LPUSH', KEYS[2], jobId)
redis.call('SET', KEYS[3] .. ':' .. jobId, ARGV[1], 'PX', ARGV[3])
return 0
