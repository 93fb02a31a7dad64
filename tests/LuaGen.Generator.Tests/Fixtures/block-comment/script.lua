--[[
  Extends a lease.

  KEYS[1] lease          The lease.
  ARGV[1] owner: string  Who holds it.
  ARGV[2] hold: seconds  How long it is
                         to hold.
  RETURNS bool           Whether the owner still held it.
]]
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('EXPIRE', KEYS[1], ARGV[2])
end
return 0
