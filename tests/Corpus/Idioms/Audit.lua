-- Writes a line to the audit trail, and to the server's log when it is urgent.
-- KEYS[1] trail
-- ARGV[1] urgent: bool
-- ARGV[2] keep: seconds = 604800
-- ARGV[3...] words: string
-- RETURNS nothing
local trail = KEYS[1]
local urgent, keep = ARGV[1] == '1', ARGV[2]

local line = table.concat(ARGV, ' ', 3)
if urgent then
  redis.log(redis.LOG_WARNING, 'audit: ' .. line)
end

redis.call('RPUSH', trail, line)
redis.call('EXPIRE', trail, keep, 'NX')
