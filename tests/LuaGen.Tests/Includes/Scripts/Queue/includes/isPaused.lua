-- Whether workers get no jobs now.
local function isPaused(meta)
  return rcall("HEXISTS", meta, "paused") == 1
end
