-- Adds to a counter, which must not be a list.

local function increment(key, by)
  return redis.call("INCRBY", key, by)
end
