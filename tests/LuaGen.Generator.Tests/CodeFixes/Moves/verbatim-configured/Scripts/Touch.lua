-- KEYS[1] session
-- ARGV[1] holdSeconds: int
-- RETURNS string?
local user = redis.call('HGET', KEYS[1], "user")
if user then
    redis.call('EXPIRE', KEYS[1], ARGV[1])
end
return user
