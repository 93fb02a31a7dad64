local rows = {
  { title = "open"; suffix = ":open" },
  { title = "done"; suffix = ":done", weight = 2 },
  ["total"] = "all",   -- beside the list, so the loop below does not see it
}

local function line (t)
  return t[1] .. "\t" .. (t[2] or 0) --[[ a missing count is 0 ]] .. "\n"
end

local out, total = {}, 0
for i, row in ipairs(rows) do
  -- both lists share the hash tag of the board that was passed
  local count = redis.call("LLEN", KEYS[1] .. row.suffix)
  total = total + count * (row.weight or 1)
  out[i] = line { row.title, count }
end

out[#out + 1] = line { rows.total, total }
out[#out + 1] = ("="):rep(8) .. "\065\066"
return table.concat(out)
