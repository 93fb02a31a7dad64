-- Moves amounts between accounts, all or none.
--
-- KEYS[1] journal                Takes a line for each.
-- KEYS[2...] item.from           Where the amount comes from.
-- KEYS[3...] item.to             Where it goes.
-- ARGV[1] note: string           The same for all.
-- ARGV[2...] item.amount: long   How much.
-- RETURNS long                   How many were moved.
for i = 2, #ARGV do
  redis.call('DECRBY', KEYS[2 * i - 2], ARGV[i])
  redis.call('INCRBY', KEYS[2 * i - 1], ARGV[i])
  redis.call('RPUSH', KEYS[1], ARGV[1])
end
return #ARGV - 1
