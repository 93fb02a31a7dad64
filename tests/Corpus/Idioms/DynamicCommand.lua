--[[
  KEYS[1] the key
  ARGV[1] the operation, push, pop or peek
  ARGV[2] the end of the list, head or tail
  ARGV[3] the item, for push

  The command's name is looked up, never built from what the caller sends.
]]
local commands = {
  push = { head = 'LPUSH', tail = 'RPUSH' },
  pop = { head = 'LPOP', tail = 'RPOP' },
}
local positions = { head = 0, tail = -1 }

local operation, side = ARGV[1], ARGV[2]

if operation == 'peek' and positions[side] then
  return redis.call('LINDEX', KEYS[1], positions[side])
end

local command = commands[operation] and commands[operation][side]
if not command then
  return redis.error_reply('BAD_OPERATION ' .. tostring(operation) .. ' ' .. tostring(side))
end

if operation == 'push' then
  return redis.call(command, KEYS[1], ARGV[3])
end
return redis.call(command, KEYS[1])
