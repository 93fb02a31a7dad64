local function removeJob(jobs, attempts, id)
  rcall("HDEL", attempts, id)
  return rcall("HDEL", jobs, id)
end
