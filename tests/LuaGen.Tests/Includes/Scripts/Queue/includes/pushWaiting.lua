local function pushWaiting(wait, id, isFirst)
  if isFirst then
    rcall("RPUSH", wait, id)
  else
    rcall("LPUSH", wait, id)
  end
end
