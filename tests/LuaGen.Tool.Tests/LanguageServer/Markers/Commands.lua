-- KEYS[1] target
-- KEYS[2] other
-- ARGV[1] value: string
-- ARGV[2] ttl: seconds
-- RETURNS result
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2], 'NX')
--          ^ hover: SET key value [NX | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Since Redis 1.0, writes, O(1). / In Lua the reply is: status table { ok = … }, or false when nothing was written.
--                                   ^ hover: SET key value [NX | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Option `EX` of SET.
--                                                  ^ hover: SET key value [NX | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Option `NX` of SET. Since Redis 2.6.12.
--          ^ complete: SET, HSET, DEL, ZADD, EXISTS
--           ^ complete: SET, SADD, SREM, SUNION, SINTER
--            ^ complete: SET, SETBIT, SELECT, SENTINEL, SETRANGE
--                                   ^ complete: NX, GET, EX, PX, EXAT
--                                                  ^ complete: NX, XX, GET, EX
--                ^ complete: KEYS[1], KEYS[2], ARGV[1], ARGV[2], KEYS
--                         ^ complete: ARGV[1], ARGV[2], KEYS[1], KEYS[2], KEYS
--                                        ^ complete: ARGV[1], ARGV[2], KEYS[1], KEYS[2], KEYS
--                                  ^ signature: SET key value [«NX» | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Next: `NX`, `XX`, `GET`, `EX`, `PX`, `EXAT`, `PXAT`, `KEEPTTL`
--                                        ^ signature: SET key value [NX | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX «seconds» | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Next: `seconds`
--                                                 ^ signature: SET key value [«NX» | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Next: `NX`, `XX`, `GET`, `EX`
--                                   ^ signature: SET key value [NX | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [«EX» seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Next: `NX`, `XX`, `GET`, `EX`, `PX`, `EXAT`, `PXAT`, `KEEPTTL`
--                ^ signature: SET «key» value [NX | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Next: `key`
--                         ^ signature: SET key «value» [NX | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Next: `value`
--> tokens: redis=namespace call=function SET=redisCommand KEYS[1]=redisKey ARGV[1]=redisArgument EX=redisOption ARGV[2]=redisArgument NX=redisOption
--> hints: 25:target 34:value 49:ttl
redis.call('SET', KEYS[1], ARGV[1], 'KEEPTTL', 'GET')
--                                   ^ hover: SET key value [NX | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Option `KEEPTTL` of SET. Since Redis 6.0.
--                                              ^ complete: NX, XX, GET, KEEPTTL
--                                             ^ signature: SET key value [«NX» | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Next: `NX`, `XX`, `GET`, `KEEPTTL`
redis.call('ZADD', KEYS[1], 'NX', 'CH', 1, 'member')
--          ^ hover: ZADD key [NX | XX] [GT | LT] [CH] [INCR] score member [score member …] / Since Redis 1.2, writes, O(log(N)). / In Lua the reply is: integer.
--                           ^ complete: NX, XX, GT, LT, CH
--                                 ^ complete: CH, INCR, NX
--                                      ^ hover: ZADD key [NX | XX] [GT | LT] [CH] [INCR] score member [score member …] / The `score` of ZADD, a number.
--                                          ^ hover: ZADD key [NX | XX] [GT | LT] [CH] [INCR] score member [score member …] / The `member` of ZADD.
--                          ^ signature: ZADD key [NX | XX] [GT | LT] [CH] [INCR] «score» member [score member …] / Next: `NX`, `XX`, `GT`, `LT`, `CH`, `INCR`, `score`
--                                ^ signature: ZADD key [NX | XX] [GT | LT] [CH] [INCR] «score» member [score member …] / Next: `NX`, `CH`, `INCR`, `score`
--                                      ^ signature: ZADD key [NX | XX] [GT | LT] [CH] [INCR] «score» member [score member …] / Next: `NX`, `CH`, `INCR`, `score`
--                                         ^ signature: ZADD key [NX | XX] [GT | LT] [CH] [INCR] score «member» [score member …] / Next: `member`
redis.call('XADD', KEYS[1], 'MAXLEN', '~', 1000, '*', 'field', ARGV[1])
--          ^ hover: XADD key [NOMKSTREAM] [KEEPREF | DELREF | ACKED] [IDMPAUTO pid | IDMP pid iid] [(MAXLEN | MINID) [= | ~] threshold] [LIMIT count] (* | id) field value [field value …] / Since Redis 5.0, not on Garnet, writes, O(1). / In Lua the reply is: string, or false when nothing was written.
--                           ^ hover: XADD key [NOMKSTREAM] [KEEPREF | DELREF | ACKED] [IDMPAUTO pid | IDMP pid iid] [(MAXLEN | MINID) [= | ~] threshold] [LIMIT count] (* | id) field value [field value …] / Option `MAXLEN` of XADD.
--                           ^ complete: NOMKSTREAM, MAXLEN, MINID, =, ~
--                                     ^ complete: =, ~, MAXLEN
--                                     ^ hover: XADD key [NOMKSTREAM] [KEEPREF | DELREF | ACKED] [IDMPAUTO pid | IDMP pid iid] [(MAXLEN | MINID) [= | ~] threshold] [LIMIT count] (* | id) field value [field value …] / Option `~` of XADD.
--                                         ^ signature: XADD key [NOMKSTREAM] [KEEPREF | DELREF | ACKED] [IDMPAUTO pid | IDMP pid iid] [(MAXLEN | MINID) [= | ~] «threshold»] [LIMIT count] (* | id) field value [field value …] / Next: `MAXLEN`, `~`, `threshold`, `NOMKSTREAM`, `LIMIT`, `*`, `id`, `value`
--                                               ^ signature: XADD key [NOMKSTREAM] [KEEPREF | DELREF | ACKED] [IDMPAUTO pid | IDMP pid iid] [(MAXLEN | MINID) [= | ~] threshold] [LIMIT count] (* | «id») field value [field value …] / Next: `NOMKSTREAM`, `LIMIT`, `*`, `id`, `field`
--                                                    ^ signature: XADD key [NOMKSTREAM] [KEEPREF | DELREF | ACKED] [IDMPAUTO pid | IDMP pid iid] [(MAXLEN | MINID) [= | ~] threshold] [LIMIT count] (* | id) «field» value [field value …] / Next: `field`, `value`
--                                                     ^ hover: XADD key [NOMKSTREAM] [KEEPREF | DELREF | ACKED] [IDMPAUTO pid | IDMP pid iid] [(MAXLEN | MINID) [= | ~] threshold] [LIMIT count] (* | id) field value [field value …] / The `field` of XADD.
redis.call('CONFIG', 'GET', 'maxmemory')
--          ^ hover: CONFIG GET | HELP | RESETSTAT | REWRITE | SET / Since Redis 2.0, allowed in scripts since not on Dragonfly. / In Lua the reply is: table.
--                    ^ hover: CONFIG GET parameter [parameter …] / Since Redis 2.0, not allowed in scripts, O(N). / In Lua the reply is: table.
redis.call('OBJECT', 'ENCODING', KEYS[1])
--          ^ hover: OBJECT ENCODING | FREQ | HELP | IDLETIME | REFCOUNT / Since Redis 2.2.3, not on Dragonfly. / In Lua the reply is: string, or false when there is none.
--                    ^ hover: OBJECT ENCODING key / Since Redis 2.2.3, not on Dragonfly, reads, O(1). / In Lua the reply is: string, or false when there is none.
--                    ^ complete: ENCODING, FREQ, IDLETIME, REFCOUNT, HELP
--                     ^ complete: ENCODING
--                               ^ signature: OBJECT ENCODING «key» / Next: `key`
redis.call('hset', KEYS[1], 'a', 1)
--          ^ hover: HSET key field value [field value …] / Since Redis 2.0, writes, O(N). / In Lua the reply is: integer.
--           ^ complete: hset, hdel, hmget, hincrby, hsetnx
--            ^ complete: hset, hsetnx, hscan, hstrlen, hsetex
--                          ^ signature: HSET key «field» value [field value …] / Next: `field`
--                               ^ signature: HSET key field «value» [field value …] / Next: `value`
redis.call('BITFIELD', KEYS[1], 'INCRBY', 'u8', 0, 1)
--                               ^ complete: SET, INCRBY, GET, OVERFLOW, WRAP
--                                        ^ signature: BITFIELD key [GET encoding offset | SET encoding offset value | INCRBY «encoding» offset increment | OVERFLOW (WRAP | SAT | FAIL) [GET encoding offset | SET encoding offset value | INCRBY encoding offset increment | OVERFLOW (WRAP | SAT | FAIL) …]] / Next: `encoding`
--                               ^ hover: BITFIELD key [GET encoding offset | SET encoding offset value | INCRBY encoding offset increment | OVERFLOW (WRAP | SAT | FAIL) [GET encoding offset | SET encoding offset value | INCRBY encoding offset increment | OVERFLOW (WRAP | SAT | FAIL) …]] / Option `INCRBY` of BITFIELD.
--                                              ^ signature: BITFIELD key [GET encoding offset | SET encoding offset value | INCRBY encoding «offset» increment | OVERFLOW (WRAP | SAT | FAIL) [GET encoding offset | SET encoding offset value | INCRBY encoding offset increment | OVERFLOW (WRAP | SAT | FAIL) …]] / Next: `offset`
redis.call('LMPOP', 2, KEYS[1], KEYS[2], 'LEFT', 'COUNT', 2)
--                                        ^ complete: LEFT, RIGHT, COUNT
--                                                ^ complete: COUNT, LEFT
--                  ^ signature: LMPOP «numkeys» key [key …] (LEFT | RIGHT) [COUNT count] / Next: `numkeys`
--                     ^ signature: LMPOP numkeys «key» [key …] (LEFT | RIGHT) [COUNT count] / Next: `key`
--                                       ^ signature: LMPOP numkeys key [key …] («LEFT» | RIGHT) [COUNT count] / Next: `LEFT`, `RIGHT`, `COUNT`
--                                               ^ signature: LMPOP numkeys key [key …] («LEFT» | RIGHT) [COUNT count] / Next: `LEFT`, `COUNT`
--                  ^ hover: LMPOP numkeys key [key …] (LEFT | RIGHT) [COUNT count] / The `numkeys` of LMPOP, an integer.
redis.call('ZRANGE', KEYS[1], 0, -1, 'REV', 'WITHSCORES')
--                                    ^ complete: BYSCORE, REV, WITHSCORES, BYLEX, LIMIT
--                                           ^ complete: BYSCORE, BYLEX, WITHSCORES, LIMIT, REV
--                                   ^ signature: ZRANGE key start stop [«BYSCORE» | BYLEX] [REV] [LIMIT offset count] [WITHSCORES] / Next: `BYSCORE`, `BYLEX`, `REV`, `LIMIT`, `WITHSCORES`
--                                           ^ hover: ZRANGE key start stop [BYSCORE | BYLEX] [REV] [LIMIT offset count] [WITHSCORES] / Option `WITHSCORES` of ZRANGE.
redis.call('FLY', KEYS[1])
--          ^ hover: 
--          ^ actions: Suppress LUA4015 on this line, Suppress LUA4015 in this file
--                ^ signature: redis.call(command[, «argument»...]) / Runs a command and raises its error.
redis.call('', KEYS[1])
--          ^ complete: GET, DEL, EXISTS, INCR, HGETALL
redis.call('z', KEYS[1], ARGV[1])
--           ^ complete: zrem, zscore, zrank, zpopmin, zrevrank
redis.call('EXPIRE', KEYS[1], ARGV[2], '')
--                                      ^ complete: NX, XX, GT, LT
--                                     ^ signature: EXPIRE key seconds [«NX»] [XX] [GT] [LT] / Next: `NX`, `XX`, `GT`, `LT`
redis.pcall('HGETALL', KEYS[1])
--    ^ hover: redis.pcall(command[, argument...]) / Runs a command and returns its error as a table.
--           ^ hover: HGETALL key / Since Redis 2.0, reads, O(N). / In Lua the reply is: error table { err = … }, or table of elements, each string.
--               ^ complete: HGETALL, HGET, HGETDEL, HGETEX
--                     ^ signature: HGETALL «key» / Next: `key`
pcall(redis.call, 'INCR', KEYS[1])
--                 ^ hover: INCR key / Since Redis 1.0, writes, O(1). / In Lua the reply is: integer.
--                   ^ complete: INCR, INCRBY, INCRBYFLOAT, INFO, INCREX
--                        ^ signature: INCR «key» / Next: `key`
local call = redis.call
--    ^ hover: local call: function redis.call(command[, argument...])
--                     ^ complete: call
call('DEL', KEYS[1], KEYS[2])
--    ^ hover: DEL key [key …] / Since Redis 1.0, writes, O(N). / In Lua the reply is: integer.
--@0 definition: 21:6
--     ^ complete: DEL, DECRBY, DECR, DBSIZE, DUMP
--                   ^ complete: KEYS[1], KEYS[2], ARGV[1], ARGV[2], KEYS
--                   ^ signature: DEL «key» [key …] / Next: `key`
--> tokens: call=variable DEL=redisCommand KEYS[1]=redisKey KEYS[2]=redisKey
local function run(name, ...) return redis.call(name, ...) end
--             ^ hover: local function run(name, ...)
--             ^ references: 23:15 24:0
run('PEXPIRE', KEYS[1], 100)
--   ^ hover: PEXPIRE key milliseconds [NX] [XX] [GT] [LT] / Since Redis 2.6, writes, O(1). / In Lua the reply is: integer.
--    ^ complete: PEXPIRE, PEXPIREAT, PFADD, PFCOUNT, PFDEBUG
--             ^ signature: PEXPIRE «key» milliseconds [NX] [XX] [GT] [LT] / Next: `key`
--@0 definition: 23:15
return 1
--= diagnostics: 8:11=LUA4031 9:11=LUA4005 12:11=LUA4031 15:11=LUA4015 16:11=LUA4001 17:11=LUA4015 18:39=LUA4004
--= symbols: KEYS[1] target, KEYS[2] other, ARGV[1] value, ARGV[2] ttl, RETURNS, call, run
