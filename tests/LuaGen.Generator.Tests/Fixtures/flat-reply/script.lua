-- The best of a leaderboard.
--
-- KEYS[1] board
-- ARGV[1] size: int = 10
-- RETURNS top: flat(member: string, score: double)   Best first.
return redis.call('ZREVRANGE', KEYS[1], 0, ARGV[1] - 1, 'WITHSCORES')
