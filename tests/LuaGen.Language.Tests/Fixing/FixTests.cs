using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Fixing;

/// <summary>Each fix, with the text that it makes. The fixed scripts load on a server.</summary>
public sealed class FixTests
{
    public static TheoryData<string, string, string> Rows => new()
    {
        // Syntax of other languages.
        { "LUA1002", "if KEYS[1] [|!=|] 'a' then return 1 end", "if KEYS[1] ~= 'a' then return 1 end" },
        { "LUA1002", "if KEYS[1]=='a'[|&&|]KEYS[2]=='b' then return 1 end", "if KEYS[1]=='a' and KEYS[2]=='b' then return 1 end" },
        { "LUA1002", "if KEYS[1] == 'a' [||||] KEYS[2] == 'b' then return 1 end", "if KEYS[1] == 'a' or KEYS[2] == 'b' then return 1 end" },
        { "LUA1002", "if [|!|]KEYS[1] then return 1 end", "if not KEYS[1] then return 1 end" },
        { "LUA1002", "if KEYS[1] [|===|] 'a' then return 1 end", "if KEYS[1] == 'a' then return 1 end" },
        { "LUA1002", "local n = 1\nn [|+=|] 2\nreturn n + #KEYS", "local n = 1\nn = n + 2\nreturn n + #KEYS" },
        { "LUA1002", "local n = 1\nn[|++|]\nreturn n + #KEYS", "local n = 1\nn = n + 1\nreturn n + #KEYS" },
        { "LUA1002", "[|let x|] = KEYS[1]\nreturn x", "local x = KEYS[1]\nreturn x" },
        { "LUA1002", "[|//|] the key\nreturn KEYS[1]", "-- the key\nreturn KEYS[1]" },

        // Invisible characters.
        { "LUA1008", "return redis.call('SET', KEYS[1], 'a[|\u202E|]1')", "return redis.call('SET', KEYS[1], 'a\\226\\128\\1741')" },
        { "LUA1008", "-- a [|\u202E|]comment\nreturn KEYS[1]", "-- a comment\nreturn KEYS[1]" },
        { "LUA1010", "return redis.call('SET', KEYS[1], 'a[|\0|]1')", "return redis.call('SET', KEYS[1], 'a\\0001')" },
        { "LUA1009", "return redis.call('SET', KEYS[1], [[a [|[[|] ]=] b]])", "return redis.call('SET', KEYS[1], [==[a [[ ]=] b]==])" },

        // The header.
        { "LUA2007", "[||]local stock = KEYS[1]\nreturn redis.call('GET', stock)", "-- KEYS[1] stock\n-- RETURNS value?\nlocal stock = KEYS[1]\nreturn redis.call('GET', stock)" },
        { "LUA2007", "[||]-- Reads the stock.\r\nreturn redis.call('GET', KEYS[1])", "-- Reads the stock.\r\n--\r\n-- KEYS[1] key1\r\n-- RETURNS value?\r\nreturn redis.call('GET', KEYS[1])" },
        { "LUA2002", "-- [|KEYS[1] - the stock|]\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1])", "-- KEYS[1] stock   the stock\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1])" },
        { "LUA2002", "-- KEYS[1] stock\n-- [|Returns: string?|]\nreturn redis.call('GET', KEYS[1])", "-- KEYS[1] stock\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1])" },
        { "LUA2002", "-- [|KEYS[1] - the board|]\r\nfor i = 2, #KEYS do redis.call('GET', KEYS[i]) end\r\nreturn redis.call('GET', KEYS[1])", "-- KEYS[1] board   the board\r\n-- KEYS[2...] keys\r\nfor i = 2, #KEYS do redis.call('GET', KEYS[i]) end\r\nreturn redis.call('GET', KEYS[1])" },
        { "LUA2002", "-- [|ARGV[2]: ttl|]\nreturn redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])", "-- ARGV[2] ttl: seconds\n-- ARGV[1] value: value\nreturn redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])" },
        { "LUA5031", "-- RETURNS string?\n-- KEYS[1] stock  Its key,\n--   in full.\nif KEYS[1] == '' then return redis.error_reply([|'NO_KEY none'|]) end\nreturn redis.call('GET', KEYS[1])", "-- RETURNS string?\n-- KEYS[1] stock  Its key,\n--   in full.\n-- RAISES NO_KEY\nif KEYS[1] == '' then return redis.error_reply('NO_KEY none') end\nreturn redis.call('GET', KEYS[1])" },

        // Parameters of LuaScript: the form itself, and fixes that keep it.
        { "LUA2015", "return redis.call('GET', [|@key|])", "-- KEYS[1] key\n-- RETURNS value?\nreturn redis.call('GET', KEYS[1])" },
        { "LUA2015", "#!lua\n-- Takes @quantity of @stock.\nlocal left = redis.call('GET', [|@stock|])\nif tonumber(left) < tonumber(@quantity) then return 'of @@stock2' end\nreturn redis.call('DECRBY', @stock, @quantity)", "#!lua\n-- Takes @quantity of @stock.\n--\n-- KEYS[1] stock\n-- ARGV[1] quantity: long\n-- RETURNS value\nlocal left = redis.call('GET', KEYS[1])\nif tonumber(left) < tonumber(ARGV[1]) then return 'of @stock2' end\nreturn redis.call('DECRBY', KEYS[1], ARGV[1])" },
        { "LUA2015", "-- RETURNS long\r\nreturn redis.call('INCRBY', [|@hits|], @by)", "-- KEYS[1] hits\r\n-- ARGV[1] by: long\r\n\r\n-- RETURNS long\r\nreturn redis.call('INCRBY', KEYS[1], ARGV[1])" },
        { "LUA3004", "if [|@limit == 1|] then return redis.call('GET', @key) end", "if tonumber(@limit) == 1 then return redis.call('GET', @key) end" },
        { "LUA4001", "redis.call('SET', @key, @value) return redis.call([|'GTE'|], @key)", "redis.call('SET', @key, @value) return redis.call('GET', @key)" },
        { "LUA5001", "[|count|] = redis.call('INCRBY', @key, @by)\nreturn count", "local count = redis.call('INCRBY', @key, @by)\nreturn count" },

        // Suppressions.
        { "LUA2014", "-- KEYS[1] a\n-- RETURNS string?\n-- luagen: disable-next-line [|LUA4001|]\nreturn redis.call('GET', KEYS[1])", "-- KEYS[1] a\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1])" },
        { "LUA2014", "-- KEYS[1] a\n-- RETURNS string?\nreturn redis.call('GTE', KEYS[1]) -- luagen: disable-line LUA4001, [|LUA4002|]", "-- KEYS[1] a\n-- RETURNS string?\nreturn redis.call('GTE', KEYS[1]) -- luagen: disable-line LUA4001" },
        { "LUA2014", "-- KEYS[1] a\n-- RETURNS string?\nreturn redis.call('GTE', KEYS[1]) -- luagen: disable-line [|LUA4002|], LUA4001", "-- KEYS[1] a\n-- RETURNS string?\nreturn redis.call('GTE', KEYS[1]) -- luagen: disable-line LUA4001" },
        { "LUA2014", "-- KEYS[1] a\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1])  -- luagen: disable-line [|LUA4002|]\n", "-- KEYS[1] a\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1])\n" },

        // Arguments.
        { "LUA3004", "if [|ARGV[1] == 1|] then return redis.call('GET', KEYS[1]) end", "if tonumber(ARGV[1]) == 1 then return redis.call('GET', KEYS[1]) end" },
        { "LUA3004", "if [|10 < ARGV[1]|] then return redis.call('GET', KEYS[1]) end", "if 10 < tonumber(ARGV[1]) then return redis.call('GET', KEYS[1]) end" },
        { "LUA3007", "-- KEYS[1] a\n-- ARGV[1] id: long\n-- RETURNS ok\nlocal id = tonumber(ARGV[1])\nreturn redis.call('SET', KEYS[1], [|id|])", "-- KEYS[1] a\n-- ARGV[1] id: long\n-- RETURNS ok\nlocal id = tonumber(ARGV[1])\nreturn redis.call('SET', KEYS[1], ARGV[1])" },
        { "LUA3008", "-- KEYS[1] a\n-- ARGV[1] owner: string?\n-- ARGV[2] b: string\n-- RETURNS ok\nif not [|ARGV[1]|] then return redis.call('SET', KEYS[1], ARGV[2]) end\nreturn redis.call('SET', KEYS[1], ARGV[1])", "-- KEYS[1] a\n-- ARGV[1] owner: string?\n-- ARGV[2] b: string\n-- RETURNS ok\nif ARGV[1] == '' then return redis.call('SET', KEYS[1], ARGV[2]) end\nreturn redis.call('SET', KEYS[1], ARGV[1])" },
        { "LUA3009", "-- KEYS[1] a\n-- ARGV[1] on: bool\n-- RETURNS ok\nif not [|ARGV[1]|] then return redis.status_reply('OK') end\nreturn redis.call('SET', KEYS[1], 1)", "-- KEYS[1] a\n-- ARGV[1] on: bool\n-- RETURNS ok\nif ARGV[1] ~= '1' then return redis.status_reply('OK') end\nreturn redis.call('SET', KEYS[1], 1)" },
        { "LUA3009", "-- KEYS[1] a\n-- ARGV[1] on: bool\n-- RETURNS ok\nif [|ARGV[1] == 'true'|] then return redis.status_reply('OK') end\nreturn redis.call('SET', KEYS[1], 1)", "-- KEYS[1] a\n-- ARGV[1] on: bool\n-- RETURNS ok\nif ARGV[1] == '1' then return redis.status_reply('OK') end\nreturn redis.call('SET', KEYS[1], 1)" },

        // Commands.
        { "LUA4001", "return redis.call([|'HGETAL'|], KEYS[1])", "return redis.call('HGETALL', KEYS[1])" },
        { "LUA4001", "return redis.call([|\"zadd1\"|], KEYS[1], 1, 'a')", "return redis.call(\"zadd\", KEYS[1], 1, 'a')" },
        { "LUA4003", "return redis.call('OBJECT', [|'ENCODNG'|], KEYS[1])", "return redis.call('OBJECT', 'ENCODING', KEYS[1])" },
        { "LUA4006", "-- @readonly\n-- KEYS[1] a\n-- RETURNS value?\nreturn redis.call([|'SORT'|], KEYS[1])", "-- @readonly\n-- KEYS[1] a\n-- RETURNS value?\nreturn redis.call('SORT_RO', KEYS[1])" },

        // The sandbox.
        { "LUA5001", "[|count|] = redis.call('GET', KEYS[1])\nreturn count", "local count = redis.call('GET', KEYS[1])\nreturn count" },
        { "LUA5001", "function [|read|](key) return redis.call('GET', key) end\nreturn read(KEYS[1])", "local function read(key) return redis.call('GET', key) end\nreturn read(KEYS[1])" },
        { "LUA5002", "return redis.call('MGET', [|table.unpack|](KEYS, 1, 2))", "return redis.call('MGET', unpack(KEYS, 1, 2))" },
        { "LUA5002", "return [|json|].encode({redis.call('GET', KEYS[1])})", "return cjson.encode({redis.call('GET', KEYS[1])})" },
        { "LUA5002", "return redis.call('GET', KEYS[1]) or [|cjson.stringify|]({})", "return redis.call('GET', KEYS[1]) or cjson.encode({})" },
        { "LUA5002", "return redis.call('GET', [|Keys|][1])", "return redis.call('GET', KEYS[1])" },
        { "LUA5002", "return [|redis.sha1he|](KEYS[1])", "return redis.sha1hex(KEYS[1])" },
        { "LUA5005", "return redis.call('ZADD', KEYS[1], [|12345678901234567890|], 'a')", "return redis.call('ZADD', KEYS[1], '12345678901234567890', 'a')" },
        { "LUA5005", "return redis.call('SET', KEYS[1], [|0xFFFFFFFFFFFFFFF1|])", "return redis.call('SET', KEYS[1], '18446744073709551601')" },
        { "LUA5006", "redis.log([|redis.LOG_WARN|], KEYS[1])", "redis.log(redis.LOG_WARNING, KEYS[1])" },
        { "LUA5006", "redis.log([|redis.LOG_NOTCE|], KEYS[1])", "redis.log(redis.LOG_NOTICE, KEYS[1])" },
        { "LUA5009", "return [|server|].call('GET', KEYS[1])", "return redis.call('GET', KEYS[1])" },

        // Values.
        { "LUA5020", "local v = redis.call('GET', KEYS[1])\nif [|v == nil|] then return 0 end\nreturn v", "local v = redis.call('GET', KEYS[1])\nif not v then return 0 end\nreturn v" },
        { "LUA5020", "local v = redis.call('GET', KEYS[1])\nlocal found = [|v ~= nil|]\nreturn found", "local v = redis.call('GET', KEYS[1])\nlocal found = v ~= false\nreturn found" },
        { "LUA5020", "if [|redis.call('GET', KEYS[1]) == nil|] then return 0 end\nreturn 1", "if redis.call('GET', KEYS[1]) == false then return 0 end\nreturn 1" },
        { "LUA5020", "local v = redis.call('GET', KEYS[1])\nreturn { 1 == ([|nil == v|]) }", "local v = redis.call('GET', KEYS[1])\nreturn { 1 == (not v) }" },
        { "LUA5021", "if [|redis.call('SET', KEYS[1], string.rep('a', 10) .. 'b') == 'OK'|] then return 1 end", "if redis.call('SET', KEYS[1], string.rep('a', 10) .. 'b').ok == 'OK' then return 1 end" },
        { "LUA5021", "local s = redis.call('SET', KEYS[1], 'a', 'NX')\nif [|s == 'OK'|] then return 1 end", "local s = redis.call('SET', KEYS[1], 'a', 'NX')\nif s ~= false then return 1 end" },
        { "LUA5021", "local s = redis.call('SET', KEYS[1], 'a', 'NX')\nif [|s ~= 'OK'|] then return 1 end", "local s = redis.call('SET', KEYS[1], 'a', 'NX')\nif not s then return 1 end" },
        { "LUA5021", "local s = redis.call('TYPE', KEYS[1])\nif [|s == 'hash'|] then return 1 end", "local s = redis.call('TYPE', KEYS[1])\nif s.ok == 'hash' then return 1 end" },
        { "LUA5022", "if [|redis.call('GET', KEYS[1]) > 10|] then return 1 end", "if tonumber(redis.call('GET', KEYS[1])) > 10 then return 1 end" },
        { "LUA5023", "-- KEYS[1] a\n-- RETURNS double\nreturn [|redis.call('INCR', KEYS[1]) / 3|]", "-- KEYS[1] a\n-- RETURNS double\nreturn string.format('%.17g', redis.call('INCR', KEYS[1]) / 3)" },
        { "LUA5025", "return { redis.call('INCR', KEYS[1]), [|nil|], 1 }", "return { redis.call('INCR', KEYS[1]), false, 1 }" },
        { "LUA5027", "if [|redis.call('EXISTS', KEYS[1])|] then return 1 end", "if redis.call('EXISTS', KEYS[1]) ~= 0 then return 1 end" },
        { "LUA5027", "if not [|redis.call('EXISTS', KEYS[1])|] then return 1 end", "if redis.call('EXISTS', KEYS[1]) == 0 then return 1 end" },
        { "LUA5027", "if not (KEYS[2] and [|redis.call('EXISTS', KEYS[1])|]) then return 1 end", "if not (KEYS[2] and redis.call('EXISTS', KEYS[1]) ~= 0) then return 1 end" },
        { "LUA5027", "if not ([|redis.call('EXISTS', KEYS[1])|]) then return 1 end", "if not (redis.call('EXISTS', KEYS[1]) ~= 0) then return 1 end" },
        { "LUA5027", "return [|redis.call('EXISTS', KEYS[1])|] and 'yes' or 'no'", "return redis.call('EXISTS', KEYS[1]) ~= 0 and 'yes' or 'no'" },
        { "LUA5027", "if [|redis.call('EXISTS', KEYS[1])|] or KEYS[2] then return 1 end", "if redis.call('EXISTS', KEYS[1]) ~= 0 or KEYS[2] then return 1 end" },
        { "LUA5032", "return 'state: ' .. [|redis.call('SET', KEYS[1], 'a')|]", "return 'state: ' .. redis.call('SET', KEYS[1], 'a').ok" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fix_writes_what_the_rule_says(string id, string before, string after) => FixAssert.Fixes(id, before, after);

    [ServerTheory]
    [MemberData(nameof(Rows))]
    public async Task The_fixed_script_loads(string id, string before, string after)
    {
        Assert.NotEqual(MarkedText.Parse(before).Text, after);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

        // A script that keeps the names of LuaScript is loaded as that client sends it.
        var hash = await connection.GetDatabase().ExecuteAsync("SCRIPT", "LOAD", LuaScript.Prepare(after).ExecutableScript);

        Assert.True(hash.ToString().Length == 40, $"{id}: {hash}");
    }

    [Theory]
    [InlineData("LUA2015", "return redis.call('SET', [|@key|], 'of @name')")]
    [InlineData("LUA2015", "return redis.call('SET', [|@key|], @Key)")]
    [InlineData("LUA2015", "redis.call('SET', [|@key|], @value) retrun 1")]
    [InlineData("LUA4001", "return redis.call([|'LPO'|], KEYS[1])")]
    [InlineData("LUA4015", "return redis.call([|'FROB'|], KEYS[1])")]
    [InlineData("LUA4001", "local name = 'HGETAL'\nreturn redis.call([|name|], KEYS[1])")]
    [InlineData("LUA5001", "if KEYS[1] then [|count|] = 1 end\nreturn count")]
    [InlineData("LUA5001", "for i = 1, 2 do [|last|] = redis.call('GET', KEYS[1]) end\nreturn last")]
    [InlineData("LUA5001", "[|KEYS|] = {}\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("LUA5002", "local a, b = KEYS[1] == [|null|], 1\nreturn b")]
    [InlineData("LUA5005", "return redis.call('INCR', KEYS[1]) + [|12345678901234567890|]")]
    [InlineData("LUA5023", "redis.call('INCR', KEYS[1])\nreturn [|0.5|]")]
    [InlineData("LUA5025", "local missing\nreturn { redis.call('INCR', KEYS[1]), [|missing|], 1 }")]
    [InlineData("LUA5027", "return [|redis.call('EXISTS', KEYS[1])|] or 'no'")]
    [InlineData("LUA4008", "local set = redis.call([|'SETNX'|], KEYS[1], 'a')\nreturn set")]
    [InlineData("LUA4008", "return redis.call([|'HMSET'|], KEYS[1], 'f', 'v')")]
    [InlineData("LUA4008", "local name = 'GETSET'\nreturn redis.call([|name|], KEYS[1], 'a')")]
    [InlineData("LUA4008", "local n = 0\nlocal function next() n = n + 1 return n end\nreturn redis.call([|'SETEX'|], KEYS[1], next(), next())")]
    [InlineData("LUA4008", "return redis.call([|'GEORADIUS'|], KEYS[1], 1, 2, 3, 'km', 'STORE', KEYS[2])")]
    public void A_fix_is_not_offered_where_it_would_do_something_else(string id, string script) => FixAssert.OffersNothing(id, script);
}
