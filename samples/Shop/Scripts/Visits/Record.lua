-- Counts a visit of a page, and puts the page first in the list of the latest ones.
--
-- KEYS[1] total             All visits, a counter.
-- KEYS[2] pages             The visits of each page, a hash.
-- KEYS[3] latest            The pages that were visited last, a list.
-- ARGV[1] page: string      The page.
-- ARGV[2] keep: int = 10    The length of the list.
-- RETURNS long              The visits of this page.
local total, pages, latest = KEYS[1], KEYS[2], KEYS[3]
local page, keep = ARGV[1], tonumber(ARGV[2])

redis.call('INCR', total)
redis.call('LPUSH', latest, page)
redis.call('LTRIM', latest, 0, keep - 1)
return redis.call('HINCRBY', pages, page, 1)
