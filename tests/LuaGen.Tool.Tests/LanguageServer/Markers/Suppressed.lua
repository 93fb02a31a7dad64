-- KEYS[1] set
-- RETURNS result
-- luagen: disable-next-line LUA4001
--                           ^ hover: **LUA4001** Unknown command (warning) / [LUA4001](https://github.com/luagen/LuaGen/blob/main/generator/rules/LUA4001.md)
--            ^ complete: disable-next-line, disable-line, disable
--                              ^ complete: LUA2014, LUA4015, LUA1008, LUA1009, LUA1010
--> tokens: LUA4001=enumMember
redis.call('FROB', KEYS[1])
redis.call('FRIB', KEYS[1])
--          ^ actions: Suppress LUA4015 on this line, Suppress LUA4015 in this file
--          ^ hover: 
--                 ^ actions: 
return redis.call('SMEMBERS', KEYS[1])
--= diagnostics: 2:29=LUA2014 3:11=LUA4015 4:11=LUA4015
