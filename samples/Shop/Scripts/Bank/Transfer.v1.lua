-- Moves an amount from one account to another.
--
-- KEYS[1] from            The account that pays; its balance in cents.
-- KEYS[2] to              The account that receives.
-- ARGV[1] cents: long     The amount; at least 1.
-- RETURNS bool            True if the amount was moved, false if the balance is too small.
local from, to, cents = KEYS[1], KEYS[2], ARGV[1]

if tonumber(redis.call('GET', from) or 0) < tonumber(cents) then
  return 0
end

redis.call('DECRBY', from, cents)
redis.call('INCRBY', to, cents)
return 1
