--[[ KEYS[1] key
     ARGV[1] expected value
     ARGV[2] new value
     RETURNS: Int32 ]]
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2])
  return 1
end
return 0
