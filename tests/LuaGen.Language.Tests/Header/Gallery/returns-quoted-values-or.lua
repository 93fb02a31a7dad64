-- KEYS[1] door
-- RETURNS 'open' or 'closed'
if redis.call('EXISTS', KEYS[1]) == 1 then return 'open' end
return 'closed'
