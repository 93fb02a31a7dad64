-- KEYS[1] set
-- RETURNS result
-- luagen: disable-next-line LUA4001
--                           ^ hover: **LUA4001** Unknown command (warning) / [LUA4001](https://github.com/luagen/LuaGen/blob/main/generator/rules/LUA4001.md)
--            ^ complete: disable-next-line, disable-line, disable
--                              ^ complete: LUA4001, LUA1008, LUA1009, LUA1010, LUA2002
--> tokens: LUA4001=enumMember
redis.call('FROB', KEYS[1])
redis.call('FRIB', KEYS[1])
--          ^ actions: Suppress LUA4001 on this line, Suppress LUA4001 in this file
--          ^ hover: 
--                 ^ actions: 
return redis.call('SMEMBERS', KEYS[1])
--= diagnostics: 4:11=LUA4001
