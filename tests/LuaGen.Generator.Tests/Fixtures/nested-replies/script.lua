-- Replies inside replies.
--
-- KEYS[1] board
-- RETURNS total: long                                     How many there are.
-- RETURNS names: string[]                                 Some of them.
-- RETURNS best: (member: string, score: double)           The first.
-- RETURNS last: (member: string, score: double)?          The last, if it is another.
-- RETURNS rest: flat(member: string, score: double)?      All others.
return { redis.call('ZCARD', KEYS[1]), {}, { 'a', '1' } }
