#!lua name=depot
-- The stock of a depot, as functions that share code.

local KINDS = { open = 'o:', paid = 'p:' }

-- The units left; zero when the product is unknown.
local function units(stock)
    return tonumber(redis.call('GET', stock) or 0)
end

local function check(quantity)
    if quantity < 1 then
        error({ err = 'BAD_QUANTITY must be positive' })
    end
    return quantity
end

-- Reserves units of a product for an order.
--
-- KEYS[1] stock           Units left of the product.
-- KEYS[2] pending         Orders that wait for payment.
-- ARGV[1] quantity: int   Units to take.
-- ARGV[2] kind: 'open' | 'paid' = 'open'
-- RETURNS left: long      Units left afterwards.
-- RETURNS order: string?  The new order; null when stock is short.
-- RAISES BAD_QUANTITY     The quantity is not positive.
redis.register_function('reserve_stock', function(keys, args)
    local quantity = check(tonumber(args[1]))
    local left = units(keys[1])
    if left < quantity then
        return { left, false }
    end
    local order = KINDS[args[2]] .. redis.call('RPUSH', keys[2], args[1])
    return { redis.call('DECRBY', keys[1], quantity), order }
end)

-- Counts the units of several products.
--
-- KEYS[1...] stocks
-- RETURNS long[]
local function count_units(names)
    local counts = {}
    for i = 1, #names do
        counts[i] = units(names[i])
    end
    return counts
end

redis.register_function{
    function_name = 'count',
    callback = count_units,
    flags = { 'no-writes' },
}

-- KEYS[1] stock
-- ARGV[1] quantity: int
-- RETURNS long
redis.register_function('restock', function(keys, args)
    return redis.call('INCRBY', keys[1], check(tonumber(args[1])))
end)
