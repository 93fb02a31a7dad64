-- minutes into hours: fields "0".."59" of KEYS[1] become one field of KEYS[2]
local minutes, hours, hour = KEYS[1], KEYS[2], ARGV[1]
local sum, peak, peakAt = 0, -1, nil
for minute = 59, 0, -1 do
	local n = tonumber(redis.call('HGET', minutes, minute) or '0')
	sum = sum + n
	if n > peak then peak, peakAt = n, minute end
end
if sum ~= 0 then
	redis.call('HINCRBY', hours, hour, sum)
	redis.call('DEL', minutes)
end
return {sum, peak, peakAt}
