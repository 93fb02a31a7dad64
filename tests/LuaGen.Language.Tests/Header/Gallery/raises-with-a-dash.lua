-- KEYS[1] stock
-- ARGV[1] quantity: long
-- RETURNS long
-- RAISES SOLD_OUT - nothing is left
if tonumber(redis.call('GET', KEYS[1]) or 0) < tonumber(ARGV[1]) then
  return redis.error_reply('SOLD_OUT nothing is left')
end
return redis.call('DECRBY', KEYS[1], ARGV[1])
