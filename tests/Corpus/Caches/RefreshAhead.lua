-- 缓存值 / value plus a hint that it should be computed anew soon
local ttl = redis.call('PTTL', KEYS[1])
if ttl == -2 then return { false, 1 } end

local value = redis.call('GET', KEYS[1])
local early = tonumber(ARGV[1])

-- one caller of many gets the hint: the marker stands for the refresh in flight
local refresh = 0
if ttl >= 0 and ttl < early then
  if redis.call('SET', KEYS[2], '1', 'PX', early, 'NX') then
    refresh = 1
  end
end

return { value, refresh }
