-- KEYS[1] 'cart',   json array of items
-- ARGV[1] 'sku',
-- ARGV[2] 'quantity',
--
-- An item that is in the cart already gets the quantity on top.
local cart = KEYS[1]
local sku, quantity = ARGV[1], tonumber(ARGV[2])

local text = redis.call('GET', cart)
local items = {}
if text then
	local ok, decoded = pcall(cjson.decode, text)
	if not ok then
		redis.log(redis.LOG_WARNING, 'cart is damaged: ' .. cart)
		return redis.error_reply('DAMAGED ' .. cart)
	end
	items = decoded
end

local known = false
for _, item in ipairs(items) do
	if item['sku'] == sku then
		item['quantity'] = item['quantity'] + quantity
		known = true
		break
	end
end

if not known then
	items[#items + 1] = { sku = sku, quantity = quantity }
end

redis.call('SET', cart, cjson.encode(items), 'KEEPTTL')
return #items
