-- Takes units from a stock, in the form of StackExchange.Redis's LuaScript.
local left = tonumber(redis.call('GET', @stock) or '0')
if left < tonumber(@quantity) then
  return -1
end
redis.call('RPUSH', @log, 'taken by mail@@example: ' .. @quantity) -- @quantity of @stock
redis.call('EXPIRE', @log, @keep)
return redis.call('DECRBY', @stock, @quantity)
