-- @read-only
-- @clas Shop.StockScripts
-- KEYS[1] stock
-- RETURNS string?
return redis.call('GET', KEYS[1])
