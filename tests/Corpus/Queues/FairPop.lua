--[[
  Takes the next job of a tenant in turn, so that a busy tenant does not starve the others.

  Input:
    KEYS[1] 'turns'  list of tenants that have jobs
    KEYS[2] 'jobs'   hash of tenant to a json array of job ids
    KEYS[3] 'busy'   hash of tenant to running jobs

    ARGV[1]  how many jobs of one tenant may run

  Output:
    0 - tenant
    1 - job id
    or nil
]]
local turns, jobs, busy = KEYS[1], KEYS[2], KEYS[3]
local limit = tonumber(ARGV[1])
local tries = redis.call("LLEN", turns)

while tries > 0 do
    tries = tries - 1
    local tenant = redis.call("LMOVE", turns, turns, "LEFT", "RIGHT")
    local running = tonumber(redis.call("HGET", busy, tenant) or "0")
    local continue = running >= limit

    if not continue then
        local waiting = cjson.decode(redis.call("HGET", jobs, tenant) or "[]")
        local job = table.remove(waiting, 1)

        if #waiting == 0 then
            redis.call("HDEL", jobs, tenant)
            redis.call("LREM", turns, 1, tenant)
        else
            redis.call("HSET", jobs, tenant, cjson.encode(waiting))
        end

        if job then
            redis.call("HINCRBY", busy, tenant, 1)
            return { tenant, job }
        end
    end
end

return nil
