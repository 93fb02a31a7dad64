-- KEYS[1] audit
--         ^ hover: KEYS[1] audit
-- KEYS[2...] item.from     Where from.
--            ^ hover: item / A repeated group: its members repeat together, as one list of records.
--                 ^ hover: KEYS[2...] item.from / Where from.
--            ^ references: 1:14 2:14 3:14
--            ^ rename entry: 1:14 2:14 3:14
--                 ^ rename source: 1:19
--> tokens: KEYS[2...]=redisKey item=property from=redisKey
-- KEYS[3...] item.to       Where to.
--                 ^ hover: KEYS[3...] item.to / Where to.
--            ^ references: 1:14 2:14 3:14
-- ARGV[1...] item.amount: decimal
--                 ^ hover: ARGV[1...] item.amount: decimal
--                         ^ hover: decimal / As an argument: C# `decimal`, sent as all its digits. / As a reply: C# `decimal`, read from an integer, or a string, double or big number that the type can represent.
--            ^ rename entry: 1:14 2:14 3:14
-- RETURNS (moved: int, state: 'open' | 'closed', more: map<string, long>)
--          ^ hover: RETURNS moved / A part of the declared reply.
--                 ^ hover: int / As an argument: C# `int`, sent as decimal digits. / As a reply: C# `int`, read from an integer, or a string, double or big number that the type can represent.
--                                                          ^ hover: string / As an argument: C# `string`, sent as UTF-8. / As a reply: C# `string`, read from a string or status; a number as its text.
--                                                                  ^ hover: long / As an argument: C# `long`, sent as decimal digits. / As a reply: C# `long`, read from an integer, or a string, double or big number that the type can represent.
--> tokens: RETURNS=keyword moved=property int=type state=property more=property string=type long=type
for i = 2, #KEYS, 2 do
  redis.call('RENAME', KEYS[i], KEYS[i + 1])
--                     ^ hover: KEYS / The keys of the call, from 1.
--                          ^ hover: local i: integer
--            ^ hover: RENAME key newkey / Since Redis 1.0, writes, O(1). / In Lua the reply is: status table { ok = … }.
--> tokens: redis=namespace call=function RENAME=redisCommand KEYS=redisKey i=variable KEYS=redisKey i=variable
--> hints: 
end
redis.call('INCR', KEYS[4])
--                 ^ hover: KEYS[2...] item.from / Where from.
--                 ^ definition: 1:14
--> hints: 26:item.from
return { #KEYS, 'open', {} }
--= diagnostics: 
--= folding: 0-4c 5-6
