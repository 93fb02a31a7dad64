-- Books an amount on an account, with a note where there is one.
--
-- KEYS[1] balance
-- KEYS[2] notes
-- ARGV[1] note: string?      Null comes as an empty text here, for an argument follows it.
-- ARGV[2] amount: long
-- RETURNS balance: long
local balance, notes = KEYS[1], KEYS[2]
local note, amount = ARGV[1], ARGV[2]

if note ~= '' then
  redis.call('LPUSH', notes, amount .. ' ' .. note)
  redis.call('LTRIM', notes, 0, 99)
end

return redis.call('INCRBY', balance, amount)
