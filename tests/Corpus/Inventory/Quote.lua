-- The price of a quantity by its tiers.
-- @readonly
-- @name QuotePrice
-- KEYS[1] tiers              Prices per unit, scored by the quantity they start at; a price occurs once.
-- ARGV[1] quantity: int
-- ARGV[2] discount: bool = false   Whether the customer's contract takes five percent off.
-- RETURNS? (unit: decimal, total: decimal, from: int)
local tiers = KEYS[1]
local quantity, discount = tonumber(ARGV[1]), ARGV[2] == '1'

local tier = redis.call('ZRANGE', tiers, quantity, '-inf', 'BYSCORE', 'REV', 'LIMIT', 0, 1, 'WITHSCORES')
local unit, from = tier[1], tier[2]
if not unit then
  return nil
end

local total = tonumber(unit) * quantity
if discount then
  total = total * 0.95
end

-- A number would lose its fraction on the way out.
return { unit, string.format('%.2f', total), tonumber(from) }
