local value = ARGV[1]
total = value
function helper() return value end
KEYS = { value }
string.split = value
print(value)
local r6 = value == null
local r7 = tostirng(value)
local r8 = table.unpack(ARGV)
local r9 = redis.hget(KEYS[1], value)
local r10 = require('json').decode(value)
local r11 = string.rep(value)
local r12 = string.rep('-', 'x') .. value
local r13 = string.format('%s:%s', value)
local r14 = string.format('%d', 'x') .. value
local r15 = ipairs(nil), value
local r16 = cjson.decode("{'a': 1}"), value
local r17 = cjson.decode('{"a": 1,}'), value
local r18 = cjson.encode(value, true)
redis.log(value)
redis.log('notice', value)
redis.setresp(4, value)
local r23 = redis.sha1hex(), value
if #KEYS > 0 then return redis.error_reply(404) end
local r25 = ('x'):trim() .. value
if #KEYS > 0 then return redis.error_reply('BUSY ' .. value) end
if #KEYS > 0 then return { err = 'NOSCRIPT ' .. value } end