--[[
  Takes the next job and notes who works on it and until when.

  Input:
    KEYS[1] 'wait' list of job ids
    KEYS[2] 'active' sorted set, scored by deadline
    KEYS[3] 'owners' hash of job id to worker

    ARGV[1] worker name
    ARGV[2] current timestamp
    ARGV[3] lock duration in milliseconds

  Output:
    job id, or nil if there is nothing to do
]]
local rcall = redis.call
local waitKey, activeKey, ownersKey = KEYS[1], KEYS[2], KEYS[3]

local jobId = rcall("LPOP", waitKey)
if jobId then
    local deadline = tonumber(ARGV[2]) + tonumber(ARGV[3])
    rcall("ZADD", activeKey, deadline, jobId)
    rcall("HSET", ownersKey, jobId, ARGV[1])
    return jobId
end

return nil
