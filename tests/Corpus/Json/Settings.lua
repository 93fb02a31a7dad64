local defaults = cjson.decode([[
{
  "theme": { "dark": false, "accent": "teal" },
  "page": { "size": 25 },
  "beta": false
}
]])

-- Overrides of the tenant, then of the user; later ones win.
local function overlay(base, over)
  local result = {}
  for k, v in pairs(base) do
    result[k] = v
  end
  for k, v in pairs(over) do
    if type(v) == "table" and type(result[k]) == "table" then
      result[k] = overlay(result[k], v)
    else
      result[k] = v
    end
  end
  return result
end

local settings = defaults
for _, key in ipairs(KEYS) do
  local text = redis.call("GET", key)
  if text then
    settings = overlay(settings, cjson.decode(text))
  end
end

return {
  settings.theme.dark and 1 or 0,
  settings.theme.accent,
  settings.page.size,
  settings.beta and 1 or 0,
}
