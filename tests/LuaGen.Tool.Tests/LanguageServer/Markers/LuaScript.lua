-- Adds @amount to @account, and logs it for @keep.
local before = redis.call('GET', @account)
--     ^ hover: local before: string, or false when the key is missing
--                                ^ hover: KEYS[1] account / The name is read from the code: the header does not declare it.
--                          ^ hover: GET key / Since Redis 1.0, reads, O(1). / In Lua the reply is: string, or false when the key is missing.
--     ^ rename left: 1:6 2:3 2:23
--                                 ^ rename left: error: There is nothing to rename here: put the cursor on a local, a function, a declared name or an error code
--                                ^ references: 1:33 5:25
--                               ^ actions: Write `KEYS[n]` and `ARGV[n]`, and a header with the names, Suppress LUA2015 on this line, Suppress LUA2015 in this file
--> tokens: before=redisReply redis=namespace call=function GET=redisCommand @account=redisKey
--> hints: 
if before and tonumber(before) + tonumber(@amount) < 0 then
--                                         ^ hover: ARGV[1] amount: double / The name is read from the code: the header does not declare it.
--                                                 ^ hover: 
  redis.call('EXPIRE', @log, @keep) return redis.call('RPUSH', @log, 'no @@funds for ' .. @amount)
--                                ^ hover: ARGV[2] keep: seconds / The name is read from the code: the header does not declare it.
--                                              ^ hover: redis / A library of Lua inside Redis: `call`, `pcall`, `acl_check_cmd`, `breakpoint`, `debug`, `error_reply`, `log`, `replicate_commands`, `set_repl`, `setresp`, `sha1hex`, `status_reply`, `acall`, `apcall`, `LOG_DEBUG`, `LOG_VERBOSE`, `LOG_NOTICE`, `LOG_WARNING`, `REDIS_VERSION`, `REDIS_VERSION_NUM`, `REPL_NONE`, `REPL_AOF`, `REPL_SLAVE`, `REPL_REPLICA`, `REPL_ALL`, `SERVER_NAME`, `VALKEY_VERSION`, `VALKEY_VERSION_NUM`.
--                            ^ signature: EXPIRE key «seconds» [NX] [XX] [GT] [LT] / Next: `seconds`
--> tokens: redis=namespace call=function EXPIRE=redisCommand @log=redisKey @keep=redisArgument redis=namespace call=function RPUSH=redisCommand @log=redisKey @amount=redisArgument
--                           ^ complete: @amount, @keep, before, @account, @log
end
return redis.call('GTE', @account)
--                 ^ actions: Write `'GET'`, Suppress LUA4001 on this line, Suppress LUA4001 in this file
--> diagnostics: 1:33=LUA2015 3:13=LUA4030 5:18=LUA4001
--> symbols: before
--> folding: 2-3
