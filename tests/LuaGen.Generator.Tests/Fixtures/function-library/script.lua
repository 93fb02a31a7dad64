#!lua name=gallery
-- Stock of a shop, as functions that share code.

local PREFIX = 'order:'

-- The units left; zero when the product is unknown.
local function units(stock)
    return tonumber(redis.call('GET', stock) or 0)
end

-- Reserves units of a product for an order.
--
-- KEYS[1] stock           Units left of the product.
-- KEYS[2] pending         Orders that wait for payment.
-- ARGV[1] quantity: int   Units to take.
-- RETURNS left: long      Units left afterwards.
-- RETURNS order: string?  The new order; null when stock is short.
-- RAISES BAD_QUANTITY     The quantity is not positive.
redis.register_function('reserve_stock', function(keys, args)
    local quantity = tonumber(args[1])
    if quantity < 1 then
        return redis.error_reply('BAD_QUANTITY must be positive')
    end
    local left = units(keys[1])
    if left < quantity then
        return { left, false }
    end
    local order = PREFIX .. redis.call('RPUSH', keys[2], args[1])
    return { redis.call('DECRBY', keys[1], quantity), order }
end)

-- KEYS[1] stock
-- RETURNS long    Units left.
local function count_units(names)
    return units(names[1])
end

redis.register_function{
    function_name = 'count',
    callback = count_units,
    flags = { 'no-writes' },
    description = 'Counts the units that are left',
}

redis.register_function('restock', function(keys, args)
    local stock, quantity = keys[1], args[1]
    return redis.call('INCRBY', stock, quantity)
end)
