-- Moves the delayed jobs that are due to the queue.
-- KEYS[1] delayed
-- KEYS[2] wait
-- RETURNS moved: long
local rcall = redis.call
-- @include "includes/promoteDelayed.lua"
return promoteDelayed(KEYS[1], KEYS[2])
