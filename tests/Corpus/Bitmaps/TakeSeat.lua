#!lua flags=allow-oom
local seats, rows, perRow = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]);

-- a fresh bitmap has no zero bits at all, so give it its full length first
if redis.call('STRLEN', seats) == 0 then
	redis.call('SETBIT', seats, rows * perRow - 1, 0);
end;

local seat = redis.call('BITPOS', seats, 0);
if seat < 0 or seat >= rows * perRow then
	return redis.error_reply('SOLD_OUT no seat is free');
end;

redis.call('SETBIT', seats, seat, 1);
return string.format('%c%d', 65 + math.floor(seat / perRow), seat % perRow + 1);
