-- KEYS[1] hits
-- ARGV[1] limit: int
-- RETURNS (allowed: bool, left: long) whether it is allowed and what is left
local hits = redis.call('INCR', KEYS[1])
if hits > tonumber(ARGV[1]) then return {0, 0} end
return {1, ARGV[1] - hits}
