--- @include "timestamp"
local function addDelayed(delayed, id, delay)
  rcall("ZADD", delayed, timestamp() + delay, id)
end
