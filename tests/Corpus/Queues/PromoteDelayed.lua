-- Moves jobs whose time has come from the delayed set to the wait list.
--
-- KEYS[1] - delayed set
-- KEYS[2] - wait list
-- KEYS[3] - stream of events
-- ARGV[1] - current time in ms
-- ARGV[2] - maximum number of jobs (default 1000)
-- Returns the number of moved jobs and the time of the next one.
local delayed = KEYS[1]
local wait = KEYS[2]
local events = KEYS[3]
local now = tonumber(ARGV[1])
local count = tonumber(ARGV[2] or 1000)

local due = redis.call("ZRANGEBYSCORE", delayed, 0, now, "LIMIT", 0, count)

if #due > 0 then
	-- unpack has a limit of its own, so go in slices
	for from = 1, #due, 500 do
		local to = math.min(from + 499, #due)
		redis.call("ZREM", delayed, unpack(due, from, to))
		redis.call("RPUSH", wait, unpack(due, from, to))
	end

	for _, id in ipairs(due) do
		redis.call("XADD", events, "MAXLEN", "~", 10000, "*", "event", "waiting", "job", id)
	end
end

local following = redis.call("ZRANGE", delayed, 0, 0, "WITHSCORES")
return { #due, following[2] }
