-- KEYS[1] jobs
-- ^ complete: KEYS[2] id, RETURNS, RETURNS?, RAISES, @readonly
--         ^ complete: jobs
-- ARGV[1] state: string
-- ^ complete: KEYS[2] id, RETURNS, RETURNS?, RAISES, @readonly
--                ^ complete: string, int, long, uint, ulong
--                 ^ complete: string, seconds
-- RETURNS long
-- ^ complete: KEYS[2] id, RETURNS, RETURNS?, RAISES, @readonly
--    ^ complete: RETURNS, RETURNS?
--         ^ complete: string, int, long, uint, ulong
--           ^ complete: long
-- RAISES BAD_STATE
--        ^ complete: BAD_STATE
-- @readonly
--  ^ complete: @readonly, @name, @class, @since, @include
-- ^ hover: @readonly / The script writes nothing and may run on a replica.
-- @since 7.2
-- ^ hover: @since 7.4 / The oldest server that this script must run on.
--> tokens: @since=keyword
local jobs, id = KEYS[1], KEYS[2]
if ARGV[1] ~= 'open' then return redis.error_reply('BAD_STATE ' .. ARGV[1]) end
return redis.call('ZCARD', jobs) + #id
--                 ^ hover: ZCARD key / Since Redis 1.2, reads, O(1). / In Lua the reply is: integer.
--                         ^ definition: 6:6
--= diagnostics: 6:26=LUA3001
