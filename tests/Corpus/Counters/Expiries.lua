#!lua flags=no-writes,allow-stale
-- When keys end.
-- @since 7.0
-- KEYS[1...] keys
-- ARGV[1] now: unixseconds
-- RETURNS lasting: int[]           Positions of the keys that have no end.
-- RETURNS next: seconds?           Until the first key ends; null when none ever does.
-- RETURNS at: unixseconds?         When that is.
local now = tonumber(ARGV[1])
local soonest, lasting = nil, {}

for position, key in ipairs(KEYS) do
  local at = redis.call('EXPIRETIME', key)
  if at == -1 then
    lasting[#lasting + 1] = position
  elseif at >= 0 and (not soonest or at < soonest) then
    soonest = at
  end
end

if not soonest then
  return { lasting }
end

return { lasting, soonest - now, soonest }
