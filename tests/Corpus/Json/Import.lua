-- Stores a batch of products from one JSON array.
--
-- KEYS[1] products                 Product JSON by sku.
-- KEYS[2] prices                   Sorted set of skus by price.
-- ARGV[1] batch: string            An array of objects with "sku" and "price".
-- RETURNS added: int
-- RETURNS updated: int
-- RETURNS skipped: string[]        Positions and reasons of what was not taken.
local products, prices, batch = KEYS[1], KEYS[2], cjson.decode(ARGV[1])

local added, updated, skipped = 0, 0, {}

for position, product in ipairs(batch) do
  local problem
  if type(product) ~= 'table' then
    problem = 'not an object'
  elseif type(product.sku) ~= 'string' then
    problem = 'no sku'
  elseif type(product.price) ~= 'number' or product.price < 0 then
    problem = 'no price'
  end

  if problem then
    skipped[#skipped + 1] = position .. ': ' .. problem
  else
    if redis.call('HSET', products, product.sku, cjson.encode(product)) == 1 then
      added = added + 1
    else
      updated = updated + 1
    end
    redis.call('ZADD', prices, product.price, product.sku)
  end
end

return { added, updated, skipped }
