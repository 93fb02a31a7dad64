--[[
  The server's time in milliseconds.
]]
local function timestamp()
  local time = rcall("TIME")
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
