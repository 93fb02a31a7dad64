local function removeFromActive(active, id)
  if rcall("LREM", active, -1, id) == 0 then
    error({ err = "NOT_ACTIVE no worker has the job" })
  end
end
