-- KEYS[1...] sessions
-- ARGV[1] hold: milliseconds
-- RETURNS nothing
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[1]) end
