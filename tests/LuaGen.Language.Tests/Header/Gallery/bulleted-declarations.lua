-- Moves one job.
-- - KEYS[1] waiting
-- - KEYS[2] active
-- - RETURNS string?
local id = redis.call('RPOP', KEYS[1])
if id then
  redis.call('LPUSH', KEYS[2], id)
end
return id
