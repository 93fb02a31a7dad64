-- Moves an amount from one account to another, and returns the balance that is left.
--
-- Redis does not roll back what a script wrote before an error, so everything is tested before the first write.
--
-- KEYS[1] from                             The account that pays; its balance in cents.
-- KEYS[2] to                               The account that receives.
-- ARGV[1] cents: long                      The amount; at least 1.
-- RETURNS status: 'PAID' | 'TOO_LITTLE'    Whether the amount was moved.
-- RETURNS balance: long                    The balance of the account that pays, afterwards.
-- RAISES UNKNOWN_ACCOUNT                   The account that pays does not exist.
-- RAISES INVALID_AMOUNT                    The amount is less than 1.
local from, to, cents = KEYS[1], KEYS[2], ARGV[1]

local balance = redis.call('GET', from)
if not balance then
  return redis.error_reply('UNKNOWN_ACCOUNT the account that pays does not exist')
end
if tonumber(cents) < 1 then
  return redis.error_reply('INVALID_AMOUNT an amount is at least 1')
end
if tonumber(balance) < tonumber(cents) then
  return { 'TOO_LITTLE', balance }
end

redis.call('INCRBY', to, cents)
return { 'PAID', redis.call('DECRBY', from, cents) }
