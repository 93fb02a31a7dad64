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
--      ^ references: 7:3 7:11 12:23 14:32
--         ^ rename product: 7:11
--         ^ hover: KEYS[1] stock / Units left.
--         ^ complete: 
-- ARGV[1] quantity: int
-- RETURNS long
redis.register_function('reserve', function(names, values)
--                                          ^ rename keys: 10:44 12:23 14:32
--                                                 ^ references: 10:51 11:30
    local quantity = tonumber(values[1])
--        ^ hover: local quantity: number, or nil / ARGV[1] quantity: int
--                            ^ hover: ARGV[1] quantity: int
--> hints: 
    local left = units(names[1])
--        ^ hover: local left: number, or nil
--               ^ definition: 3:15
--                     ^ hover: KEYS[1] stock / Units left.
--                           ^ complete: 1, quantity, values, names, units
    if left < quantity then return -1 end
--     ^ rename rest: 12:10 13:7
    return redis.call('DECRBY', names[1], quantity)
--> hints: 40:stock
--                                    ^ definition: 7:11
--                                          ^ rename amount: 8:11 11:10 13:14 14:42
--                     ^ hover: DECRBY key decrement / Since Redis 1.0, writes, O(1). / In Lua the reply is: integer.
--                              ^ complete: names[1], values[1], left, quantity, values
--                                        ^ complete: left, quantity, values, names, PREFIX
end)
local function count(keys) return units(keys[1]) + #PREFIX end
--                                      ^ hover: KEYS[1] key1 / The name is read from the code: the header does not declare it.
redis.register_function{ function_name = 'count', callback = count, flags = { 'no-writes' } }
--                                                                    ^ complete: flags
--                                                                             ^ complete: no-writes, allow-oom, allow-stale, no-cluster, allow-cross-slot-keys
--                        ^ complete: function_name
--                                                           ^ definition: 16:15
--= diagnostics: 17:41=LUA2007
--= symbols: PREFIX, units, count
--= folding: 3-4 6-9c 10-14
