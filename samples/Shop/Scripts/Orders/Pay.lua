-- Marks an order as paid, and writes a line to the journal if it can.
--
-- KEYS[1] order               The record of the order, a hash.
-- KEYS[2] journal             The journal, a list. People read it; no order fails because of it.
-- ARGV[1] cents: long         The amount that was paid.
-- RETURNS problem: string?    Why the journal has no line of this payment; null if it has one.
-- RAISES UNKNOWN_ORDER        There is no such order.
-- RAISES ALREADY_PAID         The order was paid before.
local order, journal, cents = KEYS[1], KEYS[2], ARGV[1]

local state = redis.call('HGET', order, 'state')
if not state then
  return redis.error_reply('UNKNOWN_ORDER there is no such order')
end
if state == 'paid' then
  return redis.error_reply('ALREADY_PAID the order was paid before')
end

redis.call('HSET', order, 'state', 'paid', 'cents', cents)

-- An error of `call` would end the script here, with the order paid; `pcall` returns it instead.
local written = redis.pcall('RPUSH', journal, cents .. ' paid')
if type(written) == 'table' and written.err then
  return written.err
end

return false
