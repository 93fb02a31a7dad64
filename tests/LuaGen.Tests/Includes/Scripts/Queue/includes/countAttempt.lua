local function countAttempt(attempts, id)
  return rcall("HINCRBY", attempts, id, 1)
end
