--[==[
  Gives a key another name, unless that name is taken.
  KEYS[1] from
  KEYS[2] to
  ARGV[1] force: bool = false     Take the name all the same.
  RETURNS status                  OK, KEPT or MISSING.
]==]
local from, to = KEYS[1], KEYS[2]
local force = ARGV[1] == '1'

if redis.call('EXISTS', from) == 0 then
  return redis.status_reply('MISSING')
end

if force then
  return redis.call('RENAME', from, to)
end

if redis.call('RENAMENX', from, to) == 0 then
  return redis.status_reply('KEPT')
end

return { ok = 'OK' }
