-- Names of its own choice.
--
-- @class Shop.Data.StockScripts
-- @name TakeStock
-- @since 7.2
-- @author somebody, which is prose
-- KEYS[1] stock
-- RETURNS long
return redis.call('DECR', KEYS[1])
