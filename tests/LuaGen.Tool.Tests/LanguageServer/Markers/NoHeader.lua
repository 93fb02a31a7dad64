local key, field = KEYS[1], ARGV[1]
--    ^ hover: local key: string, or nil when it is not passed / KEYS[1] key / The name is read from the code: the header does not declare it.
--                 ^ hover: KEYS[1] key / The name is read from the code: the header does not declare it.
--                          ^ hover: ARGV[1] field: value / The name is read from the code: the header does not declare it.
--> hints: 
--> tokens: key=redisKey field=redisArgument KEYS[1]=redisKey ARGV[1]=redisArgument
--    ^ rename hash: 0:6 1:33
--                 ^ rename x: error: There is nothing to rename here: put the cursor on a local, a function, a declared name or an error code
local value = redis.call('HGET', key, field)
--                               ^ complete: key, KEYS[2], KEYS[1], ARGV[2], ARGV[3]
--                                    ^ complete: field, ARGV[2], ARGV[3], ARGV[1], KEYS[2]
--    ^ hover: local value: string, or false when the key or the field is missing
--                                    ^ references: 0:11 1:38
--                                    ^ signature: HGET key «field» / Next: `field`
if value == false then value = ARGV[2] end
-- ^ hover: local value: string, or false when the key or the field is missing
--                             ^ hover: ARGV[2] arg2: value / The name is read from the code: the header does not declare it.
--                             ^ complete: value, field, KEYS[2], ARGV[3], KEYS[1]
--                             ^ complete: value, field, KEYS[2], ARGV[3], KEYS[1]
return value
--     ^ hover: local value: string, or nil
--     ^ definition: 1:6
--     ^ highlight: 1:6w 2:3r 2:23w 3:7r
--= symbols: key, field, value
--= diagnostics: 0:0=LUA2007 1:25=LUA4010
