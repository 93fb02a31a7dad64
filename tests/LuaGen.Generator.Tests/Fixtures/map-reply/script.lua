-- A hash as a dictionary, and how it is stored.
--
-- KEYS[1] hash
-- RETURNS fields: map<string, long?>
-- RETURNS encoding: status
-- RETURNS other: map<string, map<string, string>>?
return { redis.call('HGETALL', KEYS[1]), redis.call('TYPE', KEYS[1]) }
