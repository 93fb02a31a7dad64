-- Raises an error if the queue is full.
local function checkLimit(jobs, limit)
  if limit > 0 and rcall("HLEN", jobs) >= limit then
    error({ err = "QUEUE_FULL there are " .. limit .. " jobs" })
  end
end
