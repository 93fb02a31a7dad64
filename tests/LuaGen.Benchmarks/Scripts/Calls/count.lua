-- Counts, with the keys and arguments that runtime/README.md states the cost of a call for.
--
-- KEYS[1] counter
-- KEYS[2] other
-- ARGV[1] by: int
-- ARGV[2] note: string
-- ARGV[3] owner: string
-- RETURNS count: long
if ARGV[2] == ARGV[3] then
  redis.call('DEL', KEYS[2])
end
return redis.call('INCRBY', KEYS[1], ARGV[1])
