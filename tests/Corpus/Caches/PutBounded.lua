--[[ Least recently used cache of bounded size.

KEYS[1] = hash with the entries
KEYS[2] = sorted set with the time of last use
ARGV[1] = field
ARGV[2] = value
ARGV[3] = tick, must grow
ARGV[4] = maximum number of entries

Returns the fields that had to go.
]]
local entries, uses = KEYS[1], KEYS[2]
local field, value, tick, max = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

redis.call('HSET', entries, field, value)
redis.call('ZADD', uses, tick, field)

local gone = {}
local surplus = redis.call('HLEN', entries) - max
if surplus > 0 then
    local popped = redis.call('ZPOPMIN', uses, surplus)
    for i = 1, #popped, 2 do
        gone[#gone + 1] = popped[i]
        redis.call('HDEL', entries, popped[i])
    end
end

return gone
