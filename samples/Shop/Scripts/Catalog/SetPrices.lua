-- Sets the prices of any number of products in one call.
--
-- KEYS[1...] change.product            The record of a product, a hash.
-- ARGV[1...] change.price: decimal     Its new price.
-- RETURNS long                         The number of prices that are different now.
local changed = 0

for i, product in ipairs(KEYS) do
  if redis.call('HGET', product, 'price') ~= ARGV[i] then
    redis.call('HSET', product, 'price', ARGV[i])
    changed = changed + 1
  end
end

return changed
