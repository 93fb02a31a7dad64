#!lua name=giftcards

-- What is left on a card; nil when the card does not exist.
local function balance(card)
    local cents = redis.call('GET', card)
    return cents and tonumber(cents)
end

-- Pays with a gift card, as far as it goes.
--
-- KEYS[1] card         Cents that are left.
-- KEYS[2] journal      What was paid, newest first.
-- ARGV[1] cents: int   Cents to pay; at least 1.
-- ARGV[2] order: string
-- RETURNS paid: long   Cents that the card paid.
-- RETURNS left: long   Cents that are left on it.
-- RAISES NO_SUCH_CARD  The card does not exist.
redis.register_function('giftcard_pay', function(keys, args)
    local left = balance(keys[1])
    if not left then
        return redis.error_reply('NO_SUCH_CARD the card does not exist')
    end

    local paid = math.min(left, tonumber(args[1]))
    redis.call('LPUSH', keys[2], args[2] .. ' ' .. paid)
    return { paid, redis.call('DECRBY', keys[1], paid) }
end)

-- Reads a card; replicas can do it.
--
-- KEYS[1] card
-- RETURNS long?  Cents that are left; null when the card does not exist.
redis.register_function{
    function_name = 'giftcard_balance',
    callback = function(keys)
        return balance(keys[1])
    end,
    flags = { 'no-writes' },
}
