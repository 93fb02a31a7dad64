-- KEYS[1] order
-- RETURNS? state: string   Where it is.
-- RETURNS total: long      What it costs.
local order = redis.call('HMGET', KEYS[1], 'state', 'total')
return order[1] and order
