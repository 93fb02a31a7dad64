local limit = 10
local total, count = 0, 0
--    ^ hover: local total: number 0
--           ^ hover: local count: number 0
--    ^ references: 1:6 3:2 3:10 5:5 6:18 7:4 9:2 9:10 14:0 14:12 16:24 27:9
--    ^ highlight: 1:6w 3:2w 3:10r 5:5r 6:18r 7:4w 9:2w 9:10r 14:0w 14:12r 16:24r 27:9r
--    ^ rename sum: 1:6 3:2 3:10 5:5 6:18 7:4 9:2 9:10 14:0 14:12 16:24 27:9
--    ^ rename limit: error: 'limit' is already in use here: the script would mean something else
--    ^ rename end: error: 'end' is a keyword of Lua
--    ^ rename redis: error: 'redis' is already in use here: the script would mean something else
for i, member in ipairs(redis.call('SMEMBERS', KEYS[1])) do
--  ^ hover: local i
--     ^ hover: local member: string
--               ^ hover: ipairs(t) / Goes through the elements 1, 2, … up to the first nil.
--               ^ signature: 
--     ^ rename each: 2:7 3:19
--  ^ rename member: 2:4
--> tokens: i=variable member=variable ipairs=function redis=namespace call=function SMEMBERS=redisCommand KEYS[1]=redisKey
  total = total + #member
--^ hover: local total
--^ definition: 1:6
--        ^ complete: i, member, count, total, limit
--                 ^ complete: member, i, count, total, limit
--^ highlight: 1:6w 3:2w 3:10r 5:5r 6:18r 7:4w 9:2w 9:10r 14:0w 14:12r 16:24r 27:9r
  count = count + 1
--^ definition: 1:13
--^ rename n: 1:13 4:2 4:10 14:19
--^ rename total: error: 'total' is already in use here: the script would mean something else
--^ rename limit: error: 'limit' is already in use here: the script would mean something else
  if total > limit then
    local inner = total - limit
--        ^ hover: local inner: integer
--                           ^ complete: limit
--                        ^ references: 0:6 5:13 6:26
    total = inner
--          ^ definition: 6:10
--          ^ rename rest: 6:10 7:12
--          ^ complete: inner, i, member, count, total
--            ^ complete: inner, in
  end
  total = total
--        ^ complete: i, member, count, total, limit
end
local function add(a, b)
--             ^ hover: local function add(a, b)
--                 ^ hover: local a: integer
--             ^ references: 11:15 14:8
--                 ^ rename left: 11:19 12:9
--                 ^ rename b: error: 'b' is already in use here: the script would mean something else
--             ^ rename plus: 11:15 14:8
  return a + b
--       ^ definition: 11:19
--           ^ definition: 11:22
--       ^ highlight: 11:19w 12:9r
--       ^ complete: a, b, add, count, total
end
total = add(total, count)
--      ^ hover: local function add(a, b)
--      ^ definition: 11:15
--      ^ rename plus: 11:15 14:8
--          ^ complete: count, total, limit, KEYS[2], ARGV[3]
local text = ('x'):rep(3)
--                 ^ hover: string.rep(s, n) / A text n times.
--                 ^ complete: add, count, total, limit, KEYS[2]
--    ^ hover: local text: string
local half = math.floor(total / 2)
--                ^ hover: math.floor(x) / Rounds down.
--                      ^ signature: math.floor(«x») / Rounds down.
--           ^ hover: math / A library of Lua inside Redis: `abs`, `acos`, `asin`, `atan`, `atan2`, `ceil`, `cos`, `cosh`, `deg`, `exp`, `floor`, `fmod`, `frexp`, `huge`, `ldexp`, `log`, `log10`, `max`, `min`, `mod`, `modf`, `pi`, `pow`, `rad`, `random`, `randomseed`, `sin`, `sinh`, `sqrt`, `tan`, `tanh`.
--                ^ complete: log, floor, abs, acos, asin
--                  ^ complete: floor
--    ^ hover: local half: integer
local t = { 1, 2, name = text }
--    ^ hover: local t: table
--                       ^ definition: 15:6
local reply = redis.call('HMGET', KEYS[1], 'a', 'b')
--    ^ hover: local reply: table of 2 elements, each string, or false when the key or the field is missing
--                        ^ hover: HMGET key field [field …] / Since Redis 2.0, reads, O(N). / In Lua the reply is: table of 2 elements, each string, or false when the key or the field is missing.
local one = reply[1]
--    ^ hover: local one: string, or false when the key or the field is missing
--          ^ hover: local reply: table of 2 elements, each string, or false when the key or the field is missing
--          ^ definition: 18:6
local json = cjson.decode(ARGV[1])
--    ^ hover: local json
--                 ^ hover: cjson.decode(json) / The value of a JSON text.
--                 ^ complete: decode, encode, decode_invalid_numbers, decode_max_depth, encode_invalid_numbers
--           ^ hover: cjson / A library of Lua inside Redis: `encode`, `decode`, `decode_array_with_array_mt`, `decode_invalid_numbers`, `decode_max_depth`, `encode_invalid_numbers`, `encode_keep_buffer`, `encode_max_depth`, `encode_number_precision`, `encode_sparse_array`, `new`, `null`, `_NAME`, `_VERSION`.
--                        ^ signature: cjson.decode(«json») / The value of a JSON text.
local rank = redis.call('ZRANK', KEYS[1], ARGV[1])
--    ^ hover: local rank: integer, or false when the key or the member is missing
--                       ^ hover: ZRANK key member [WITHSCORE] / Since Redis 2.0, reads, O(log(N)). / In Lua the reply is: integer, or false when the key or the member is missing.
if rank then rank = rank + 1 end
-- ^ hover: local rank: integer, or false when the key or the member is missing
--                  ^ hover: local rank: integer
local popped = redis.call('LPOP', KEYS[1])
--    ^ hover: local popped: string, or false when the key is missing
--> hints: 
local set = redis.call('SET', KEYS[1], 1, 'NX')
--    ^ hover: local set: status table { ok = … }, or false when nothing was written
local hold = tonumber(ARGV[2]) or 5
--    ^ hover: local hold: number / ARGV[2] hold: double = 5 / The name is read from the code: the header does not declare it.
--                    ^ signature: tonumber(«value»[, base]) / The number that a value is or spells, else nil.
missing = other
--@0 hover: global missing / No server provides this global.
--        ^ hover: global other / No server provides this global.
--        ^ rename another: 26:10
return { total, half, t, one, json, popped, set, hold, rank }
--       ^ complete: hold, set, popped, rank, json
--       ^ definition: 1:6
--              ^ highlight: 16:6w 27:16r
--= folding: 2-9 5-7 11-12
--= symbols: limit, total, count, add, text, half, t, reply, one, json, rank, popped, set, hold
--= diagnostics: 0:0=LUA2007 26:0=LUA5001 26:10=LUA5002
