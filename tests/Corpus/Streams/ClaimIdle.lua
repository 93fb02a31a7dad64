-- Takes over messages that another consumer read and never acknowledged.
-- @since 7.0
-- KEYS[1] stream
-- KEYS[2] deliveries                How often each message was taken over.
-- ARGV[1] group: string
-- ARGV[2] consumer: string
-- ARGV[3] idle: milliseconds = 60000
-- ARGV[4] count: int = 10
-- ARGV[5] maxDeliveries: int = 5    Beyond it a message is acknowledged and forgotten.
-- RETURNS (id: string, fields: string[])[]   What the consumer works on now.
--     The fields of a message come as names and values in turn.
local stream, deliveries = KEYS[1], KEYS[2]
local group, consumer, idle, count = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local max_deliveries = tonumber(ARGV[5])

local reply = redis.call('XAUTOCLAIM', stream, group, consumer, idle, '0-0', 'COUNT', count)
local messages = {}

for _, message in ipairs(reply[2]) do
  local id = message[1]
  if redis.call('HINCRBY', deliveries, id, 1) > max_deliveries then
    redis.call('XACK', stream, group, id)
    redis.call('HDEL', deliveries, id)
  else
    messages[#messages + 1] = message
  end
end

return messages
