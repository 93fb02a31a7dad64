-- KEYS[1] door
-- RETURNS "open", "closed" or "locked" as the door is
if redis.call('EXISTS', KEYS[1]) == 1 then return 'open' end
return 'closed'
