-- Arguments that nothing is sent for.
--
-- KEYS[1] key
-- ARGV[1] text: string?    Sent as '' when null, since others follow.
-- ARGV[2] size: int
-- ARGV[3] limit: long?     Not sent when null, and neither is what follows.
-- ARGV[4] hold: seconds?
-- RETURNS long
return redis.call('RPUSH', KEYS[1], unpack(ARGV))
