--- @include "removeFromActive"
--- @include "timestamp"
--- @include "trimFinished"
local function finishJob(active, finished, jobs, attempts, id, keep)
  removeFromActive(active, id)
  rcall("ZADD", finished, timestamp(), id)
  trimFinished(finished, jobs, attempts, keep)
end
