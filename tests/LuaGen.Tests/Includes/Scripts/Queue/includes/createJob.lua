--[[
  Stores a new job.
]]

-- Includes
--- @include "checkLimit"
--- @include "nextId"
--- @include "storeJob"

local function createJob(jobs, meta, data, limit)
  checkLimit(jobs, limit)
  local id = nextId(meta)
  storeJob(jobs, id, data)
  return id
end
