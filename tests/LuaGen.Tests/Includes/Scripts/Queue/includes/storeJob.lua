local function storeJob(jobs, id, data)
  rcall("HSET", jobs, id, data)
end
