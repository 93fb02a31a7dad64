-- One of a few words, both ways.
--
-- KEYS[1] order
-- ARGV[1] sort: 'asc' | 'desc'                  How to sort.
-- ARGV[2] unit: 'm' | 'km' | '' = 'km'          A unit.
-- ARGV[3...] flags: 'nx' | 'xx'
-- RETURNS state: 'open' | 'paid' | 'in-transit'   Where it is.
-- RETURNS result: Taken = 1 | Busy = 0 | Gone = -1
-- RETURNS previous: 'open' | 'paid'?               Where it was.
return { redis.call('HGET', KEYS[1], ARGV[1] .. ARGV[2] .. ARGV[3]), 1, false }
