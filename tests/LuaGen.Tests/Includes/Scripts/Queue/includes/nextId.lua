local function nextId(meta)
  return rcall("HINCRBY", meta, "id", 1)
end
