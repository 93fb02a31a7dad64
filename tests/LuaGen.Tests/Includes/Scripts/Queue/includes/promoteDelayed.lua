--- @include "timestamp"
--- @include "./pushWaiting.lua"

local function promoteDelayed(delayed, wait)
  local due = rcall("ZRANGEBYSCORE", delayed, 0, timestamp(), "LIMIT", 0, 1000)
  for _, id in ipairs(due) do
    pushWaiting(wait, id, false)
    rcall("ZREM", delayed, id)
  end
  return #due
end
