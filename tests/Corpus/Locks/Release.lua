#!lua
if redis.call("get", KEYS[1]) == ARGV[1] then
    return redis.call("del", KEYS[1])
else
    -- Either it has expired, or somebody else holds it by now:
    -- in both cases there is nothing of ours to remove, and
    -- removing it blindly is how two workers end up in the
    -- same critical section.
    return 0
end
