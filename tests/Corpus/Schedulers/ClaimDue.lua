--[[
Claims due tasks for one worker.

KEYS[1] plan sorted set
KEYS[2] claimed sorted set
KEYS[3] bodies hash
ARGV[1] now in seconds
ARGV[2] visibility timeout in seconds
ARGV[3] limit

Returns a list of [id, body] pairs. A task whose body is gone is dropped.
]]--
local plan    = KEYS[1]
local claimed = KEYS[2]
local bodies  = KEYS[3]
local now     = tonumber(ARGV[1])
local timeout = tonumber(ARGV[2])
local limit   = tonumber(ARGV[3])

local out = {}
while #out < limit do
    local popped = redis.call("ZPOPMIN", plan)
    local id, due = popped[1], popped[2]

    if not id then
        break
    end

    if tonumber(due) > now then
        -- Taken too far: this one waits a little more.
        redis.call("ZADD", plan, due, id)
        break
    end

    local body = redis.call("HGET", bodies, id)
    if body then
        redis.call("ZADD", claimed, now + timeout, id)
        out[#out + 1] = { id, body }
    end
end
return out
