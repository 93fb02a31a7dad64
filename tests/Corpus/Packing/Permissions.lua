-- Grants and revokes permissions that are kept as the bits of one number.
-- KEYS[1] masks                      Mask by user.
-- ARGV[1] user: string
-- ARGV[2] grant: uint = 0            Bits to set.
-- ARGV[3] revoke: uint = 0           Bits to clear; wins over grant.
-- RETURNS (before: uint, after: uint, changed: int[])
local masks, user = KEYS[1], ARGV[1]
local grant, revoke = tonumber(ARGV[2]), tonumber(ARGV[3])

local before = tonumber(redis.call('HGET', masks, user) or 0)
local after = bit.band(bit.bor(before, grant), bit.bnot(revoke))

-- The bit library works on signed numbers; the top bit is a permission like any other.
if after < 0 then
  after = after + 0x100000000
end

local difference = bit.bxor(before, after)
local changed = {}
for position = 0, 31 do
  if bit.band(difference, bit.lshift(1, position)) ~= 0 then
    changed[#changed + 1] = position
  end
end

if #changed > 0 then
  redis.call('HSET', masks, user, string.format('%d', after))
end

return { before, after, changed }
