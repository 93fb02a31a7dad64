#!lua flags=no-writes
--[[
  KEYS[1] counter   How often.
--        ^ hover: KEYS[1] counter / How often.
--        ^ references: 2:2 2:10 6:33
--        ^ rename hits: 2:10
--> tokens: KEYS[1]=redisKey counter=redisKey
  ARGV[1] step: int = 1
--        ^ hover: ARGV[1] step: int = 1
--              ^ hover: int / As an argument: C# `int`, sent as decimal digits. / As a reply: C# `int`, read from an integer, or a string, double or big number that the type can represent.
--              ^ complete: string, int, long, uint, ulong
  RETURNS long?
--        ^ hover: long / As an argument: C# `long`, sent as decimal digits. / As a reply: C# `long`, read from an integer, or a string, double or big number that the type can represent.
--> tokens: RETURNS=keyword long=type
]]
local value = server.call('GET', KEYS[1])
--            ^ hover: server / A library of Lua inside Redis: `call`, `pcall`, `acl_check_cmd`, `breakpoint`, `debug`, `error_reply`, `log`, `replicate_commands`, `set_repl`, `setresp`, `sha1hex`, `status_reply`, `acall`, `apcall`, `LOG_DEBUG`, `LOG_VERBOSE`, `LOG_NOTICE`, `LOG_WARNING`, `REDIS_VERSION`, `REDIS_VERSION_NUM`, `REPL_NONE`, `REPL_AOF`, `REPL_SLAVE`, `REPL_REPLICA`, `REPL_ALL`, `SERVER_NAME`, `VALKEY_VERSION`, `VALKEY_VERSION_NUM`.
--                   ^ hover: redis.call(command[, argument...]) / Runs a command and raises its error.
--    ^ hover: local value: string, or false when the key is missing
--                         ^ hover: GET key / Since Redis 1.0, reads, O(1). / In Lua the reply is: string, or false when the key is missing.
--> tokens: value=redisReply server=namespace call=function GET=redisCommand KEYS[1]=redisKey
--> hints: 40:counter
--                          ^ complete: GET, GETDEL, GEOHASH, GEOPOS, GETEX
return tonumber(value)
--              ^ hover: local value: string, or false when the key is missing
--              ^ rename counter: 6:6 7:16
--= diagnostics: 3:10=LUA3002 6:14=LUA5009
--= folding: 1-5c
--= symbols: KEYS[1] counter, ARGV[1] step, RETURNS, value
