-- Makes sure that a consumer group is there.
-- KEYS[1] the stream
-- ARGV[1] the group
-- ARGV[2] where it starts, $ if not given
-- Returns 1 if the group is new, else 0.
local reply = redis.pcall('XGROUP', 'CREATE', KEYS[1], ARGV[1], ARGV[2] or '$', 'MKSTREAM')

if reply.err then
  if string.find(reply.err, 'BUSYGROUP', 1, true) then
    return 0
  end
  return reply
end

return 1
