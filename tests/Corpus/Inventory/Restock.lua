-- KEYS[1] stock counter
-- KEYS[2] list of customers who wait for the product
-- ARGV[1] units that arrived
-- returns the customers to be told: one per new unit at most
local stock = KEYS[1]
local waiting = KEYS[2]
local arrived = tonumber(ARGV[1])

if not arrived or arrived < 1 or arrived ~= math.floor(arrived) then
	return redis.error_reply("BAD_QUANTITY expected a whole number above zero")
end

redis.call("INCRBY", stock, arrived)

local customers = {}
repeat
	local customer = redis.call("LPOP", waiting)
	if customer then
		customers[#customers + 1] = customer
	end
until not customer or #customers == arrived

return customers
