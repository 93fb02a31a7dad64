-- Appends an event with any number of fields and keeps the stream short.
--
-- KEYS[1] stream
-- ARGV[1] maxLength: long = 10000   Roughly so many events are kept.
-- ARGV[2...] field.name: string
-- ARGV[3...] field.value: bytes
-- RETURNS id: string                The id that the server gave.
-- RAISES NO_FIELDS                  An event needs a field.
if #ARGV < 3 then
  return redis.error_reply('NO_FIELDS an event needs at least one field')
end

local max_length = ARGV[1]
local fields = {}
for i = 2, #ARGV do
  fields[i - 1] = ARGV[i]
end

return redis.call('XADD', KEYS[1], 'MAXLEN', '~', max_length, '*', unpack(fields))
