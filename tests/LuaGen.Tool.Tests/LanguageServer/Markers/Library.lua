#!lua name=stock
local PREFIX = 'order:'
--    ^ hover: local PREFIX
--    ^ rename KIND: 1:6 16:52
-- The units left.
local function units(stock)
--             ^ rename left: 3:15 12:17 16:34
--             ^ references: 3:15 12:17 16:34
--                   ^ rename name: 3:21 4:38
    return tonumber(redis.call('GET', stock) or 0)
end
-- Reserves units.
-- KEYS[1] stock           Units left.
--         ^ hover: KEYS[1] stock / Units left.
--         ^ complete: 
-- ARGV[1] quantity: int
-- RETURNS long
redis.register_function('reserve', function(names, values)
--                                          ^ rename keys: 10:44 12:23 14:32
--                                                 ^ references: 10:51 11:30
    local quantity = tonumber(values[1])
--        ^ hover: local quantity: number, or nil / ARGV[1] quantity: int
--                            ^ hover: local values: table
    local left = units(names[1])
--        ^ hover: local left: number, or nil
--               ^ definition: 3:15
--                     ^ hover: local names: table
--                           ^ complete: 1, quantity, values, names, units
    if left < quantity then return -1 end
--     ^ rename rest: 12:10 13:7
    return redis.call('DECRBY', names[1], quantity)
--                     ^ hover: DECRBY key decrement / Since Redis 1.0, writes, O(1). / In Lua the reply is: integer.
--                              ^ complete: names[1], values[1], left, quantity, values
--                                        ^ complete: left, quantity, values, names, PREFIX
end)
local function count(keys) return units(keys[1]) + #PREFIX end
--                                      ^ hover: local keys: table
redis.register_function{ function_name = 'count', callback = count, flags = { 'no-writes' } }
--                        ^ complete: for, function, false
--                                                           ^ definition: 16:15
--= diagnostics: 17:41=LUA2007
--= symbols: PREFIX, units, count
--= folding: 3-4 6-9c 10-14
