-- KEYS[1...] products
-- ARGV[1...] amounts: value
-- RETURNS int
for i, key in ipairs(KEYS) do
  redis.call('SET', key, ARGV[i])
end
return #KEYS
