-- Adds up what is in a cart, and returns what it did, line by line.
--
-- A script cannot print. While you look for a fault, let it collect what it sees and return it with the result.
--
-- KEYS[1] cart              The cart, a hash: units by product.
-- KEYS[2] prices            The prices in cents, a hash, by product.
-- RETURNS cents: long       The sum.
-- RETURNS log: string[]     What the script did.
local cart, prices = KEYS[1], KEYS[2]
local log = {}

local products = redis.call('HKEYS', cart)
table.sort(products)
log[#log + 1] = #products .. ' products in the cart'

local sum = 0
for _, product in ipairs(products) do
  local units = redis.call('HGET', cart, product)
  local price = redis.call('HGET', prices, product)
  log[#log + 1] = units .. ' ' .. product .. ' at ' .. (price or 'no price')
  sum = sum + tonumber(units) * tonumber(price or 0)
end

return { sum, log }
