--- @include "removeJob"

-- Keeps the newest jobs.
local function trimFinished(finished, jobs, attempts, keep)
  local count = rcall("ZCARD", finished) - keep
  if count > 0 then
    for _, id in ipairs(rcall("ZRANGE", finished, 0, count - 1)) do
      removeJob(jobs, attempts, id)
      rcall("ZREM", finished, id)
    end
  end
end
