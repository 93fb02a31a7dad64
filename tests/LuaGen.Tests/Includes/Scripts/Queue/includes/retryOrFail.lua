--- @include "countAttempt"
--- @include "finishJob"
--- @include "removeFromActive"
--- @include "pushWaiting"
local function retryOrFail(wait, active, finished, jobs, attempts, id, limit, keep)
  if countAttempt(attempts, id) < limit then
    removeFromActive(active, id)
    pushWaiting(wait, id, true)
    return "retried"
  end
  finishJob(active, finished, jobs, attempts, id, keep)
  return "failed"
end
