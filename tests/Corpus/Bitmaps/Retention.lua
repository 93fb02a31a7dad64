-- How many users of one week came back in another.
-- KEYS[1] before
-- KEYS[2] after
-- KEYS[3] overlap         Scratch; gone afterwards.
-- RETURNS (before: long, after: long, both: long)
local before, after, overlap = KEYS[1], KEYS[2], KEYS[3]

redis.call('BITOP', 'AND', overlap, before, after)
local both = redis.call('BITCOUNT', overlap)
redis.call('UNLINK', overlap)

return { redis.call('BITCOUNT', before), redis.call('BITCOUNT', after), both }
