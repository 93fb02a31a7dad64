using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Commands;

/// <summary>Verifies the command rules on a server: each flagged script is compiled here and fails there with the predicted error.</summary>
public sealed class PredictedFailureTests
{
    public static TheoryData<string, string, string> Failures => new()
    {
        { "LUA4001", "return redis.call('HGETAL', KEYS[1])", "Unknown|unknown command" },
        { "LUA4002", "return redis.call('EXPIRE', KEYS[1])", "Wrong number of args" },
        { "LUA4002", "return redis.call('GET', KEYS[1], KEYS[1], unpack(ARGV))", "Wrong number of args" },
        { "LUA4002", "return redis.call()", "at least one argument" },
        { "LUA4002", """
            local _, e = xpcall(redis.call, function(e) return e end, 'GET', KEYS[1])
            return redis.error_reply(type(e) == 'table' and e.err or e)
            """, "at least one argument" },
        { "LUA4003", "return redis.call('OBJECT', 'ENCODIN', KEYS[1])", "Unknown|unknown subcommand" },
        { "LUA4004", "return redis.call('SET', KEYS[1], 'v', 'EXX', 10)", "syntax error" },
        { "LUA4004", "return redis.call('SET', KEYS[1], 'v', 'NX', 'XX')", "syntax error" },
        { "LUA4004", "return redis.call('ZADD', KEYS[1], 'NX', 'XX', 1, 'm')", "XX and NX options" },
        { "LUA4004", "return redis.call('ZADD', KEYS[1], 'GT', 'NX', 1, 'm')", "GT, LT, and/or NX options" },
        { "LUA4004", "return redis.call('EXPIRE', KEYS[1], 0.5)", "not an integer" },
        { "LUA4004", "return redis.call('EXPIRE', KEYS[1], 10, 'GT', 'LT')", "GT and LT options" },
        { "LUA4004", "return redis.call('HSET', KEYS[1], 'f', 'v', 'g')", "wrong number of arguments" },
        { "LUA4004", "return redis.call('ZUNIONSTORE', KEYS[1], 2, KEYS[1], KEYS[1], 'WEIGHT', 1, 2)", "syntax error" },
        { "LUA4005", "return redis.call('SUBSCRIBE', KEYS[1])", "not allowed from script" },
        { "LUA4005", "return redis.call('CONFIG', 'GET', 'maxmemory')", "not allowed from script" },
        { "LUA4006", """
            #!lua flags=no-writes
            return redis.call('INCR', KEYS[1])
            """, "Write commands are not allowed" },
        { "LUA4006", """
            #!lua flags=no-writes
            return redis.call('PFCOUNT', KEYS[1])
            """, "Write commands are not allowed" },
        { "LUA4006", """
            #!lua flags=no-writes
            return redis.call('SORT', KEYS[1])
            """, "Write commands are not allowed" },
        { "LUA4011", "return redis.call('SET', KEYS[1], ARGV[1] == 'on')", "must be strings or integers" },
        { "LUA4011", "return redis.call('SET', KEYS[1], nil)", "must be strings or integers" },
        { "LUA4011", "return redis.call('RPUSH', KEYS[1], { 1, 2 })", "must be strings or integers" },
        { "LUA5001", """
            total = redis.call('INCR', KEYS[1])
            return total
            """, "readonly table" },
        { "LUA5001", """
            function total() return KEYS end
            return total()
            """, "readonly table" },
        { "LUA5001", """
            KEYS = { KEYS[1] }
            return KEYS
            """, "readonly table" },
        { "LUA5001", """
            function string.split(s) return s end
            return ARGV
            """, "readonly table" },
        { "LUA5001", """
            redis['x'] = 1
            return ARGV
            """, "readonly table" },
        { "LUA5001", """
            _G.x = 1
            return ARGV
            """, "readonly table" },
        { "LUA5001", """
            rawset(_G, 'x', 1)
            return ARGV
            """, "readonly table" },
        { "LUA5001", """
            setmetatable(_G, {})
            return ARGV
            """, "readonly table" },
        { "LUA5002", "print(ARGV[1])", "nonexistent global variable 'print'" },
        { "LUA5002", "if ARGV[1] == null then return 1 end", "nonexistent global variable 'null'" },
        { "LUA5002", """
            if ARGV[1] then local total = 1 end
            return total
            """, "nonexistent global variable 'total'" },
        { "LUA5002", "return table.unpack(ARGV)", "attempt to call field 'unpack' (a nil value)" },
        { "LUA5002", """
            local parse = cjson.parse
            return parse(ARGV[1])
            """, "attempt to call local 'parse' (a nil value)" },
        { "LUA5002", "return redis.cal('GET', KEYS[1])", "attempt to call field 'cal' (a nil value)" },
        { "LUA5006", "return string.rep(ARGV[1])", "number expected, got no value" },
        { "LUA5006", "return ('x'):split(ARGV[1])", "attempt to call method 'split' (a nil value)" },
        { "LUA5006", "return cjson.decode('{a: 1}') and ARGV", "Expected object key string" },
        { "LUA5006", "redis.log(ARGV[1])", "two arguments or more" },
        { "LUA3003", "return redis.call('GET', KEYS[0])", "must be strings or integers" },
        { "LUA3003", "return redis.call('GET', KEYS['1'])", "must be strings or integers" },
        { "LUA3003", "return 'x' .. ARGV.amount", "attempt to concatenate field 'amount' (a nil value)" },
        { "LUA5032", """
            local t = {}
            return t + #ARGV
            """, "attempt to perform arithmetic on local 't' (a table value)" },
        { "LUA5032", "return KEYS - 1", "attempt to perform arithmetic on global 'KEYS' (a table value)" },
        { "LUA5032", "return 'abc' + #ARGV", "attempt to perform arithmetic on a string value" },
        { "LUA5032", "return redis.call('HKEYS', KEYS[1]) .. 'x'", "attempt to concatenate a table value" },
        { "LUA5032", "if ARGV < 3 then return 1 end", "attempt to compare table with number" },
        { "LUA5032", """
            local limit
            if redis.call('INCR', KEYS[1]) > limit then return 1 end
            """, "attempt to compare nil with number" },
        { "LUA5032", """
            local t, u = {}, {}
            if #ARGV > 0 then return t < u end
            """, "attempt to compare two table values" },
        { "LUA5032", "return #redis.call('INCR', KEYS[1])", "attempt to get length of a number value" },
        { "LUA5032", "for i = 1, KEYS do redis.call('DEL', KEYS[i]) end", "'for' limit must be a number" },
        { "LUA5032", "for _, key in KEYS do redis.call('DEL', key) end", "attempt to call a table value" },
        { "LUA5032", "for _, member in redis.call('SMEMBERS', KEYS[1]) do redis.call('DEL', member) end", "attempt to call a table value" },
        { "LUA5032", """
            local n = redis.call('INCR', KEYS[1])
            return n:rep(2)
            """, "attempt to index local 'n' (a number value)" },
        { "LUA5006", "for _, member in ipairs(redis.call('SCARD', KEYS[1])) do redis.call('DEL', member) end", "table expected, got number" },
        { "LUA5006", "return cjson.decode(redis.call('SET', KEYS[1], 'v'))", "string expected, got table" },
        { "LUA5006", """
            local last
            return math.max(last, #ARGV)
            """, "number expected, got nil" },
        { "LUA5006", "return string.format('%s', #ARGV > 0)", "string expected, got boolean" },
        { "LUA5006", "return unpack(KEYS[1])", "table expected, got string" },
        { "LUA5006", """
            redis.setresp(4)
            return ARGV
            """, "RESP version must be 2 or 3" },
        { "LUA5006", "return redis.sha1hex() .. ARGV[1]", "wrong number of arguments" },
    };

    /// <summary>Calls that only servers before 7.2 refuse, so the test needs such a server.</summary>
    public static TheoryData<string, string, string> FailuresBefore72 => new()
    {
        { "LUA4005", "return redis.call('BLPOP', KEYS[1], 1)", "not allowed from script" },
        { "LUA4005", "return redis.call('XREAD', 'BLOCK', 1, 'STREAMS', KEYS[1], '$')", "not allowed with BLOCK" },
        { "LUA4007", "return redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f')", "Unknown|unknown command" },
        { "LUA5002", "return os.clock() + #ARGV", "nonexistent global variable 'os'" },
        { "LUA4007", """
            redis.call('ZADD', KEYS[1], 1, 'm')
            return redis.call('ZRANK', KEYS[1], 'm', 'WITHSCORE')
            """, "wrong number of arguments|Wrong number of args|syntax error" },
    };

    [ServerTheory]
    [MemberData(nameof(Failures))]
    public async Task The_server_fails_as_predicted(string id, string script, string error)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

        await FailsAsync(connection, id, script, error);
    }

    [ServerTheory]
    [MemberData(nameof(FailuresBefore72))]
    public async Task An_older_server_fails_as_predicted(string id, string script, string error)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        if (connection.GetServers()[0].Version >= new Version(7, 1))
        {
            // On a newer server the call works as the message says: the rule is not reported, and the script runs.
            Assert.DoesNotContain(id, Findings("-- @since 8.0\n" + script));
            return;
        }

        await FailsAsync(connection, id, script, error);
    }

    [ServerTheory]
    [InlineData("return redis.call('EXPIRE', KEYS[1], 10, 'XX', 'GT')")]
    [InlineData("return redis.call('SET', KEYS[1], 'v', 'ex', 10, 'nx', 'GET')")]
    [InlineData("return redis.call('SORT_RO', KEYS[1], 'ASC', 'DESC', 'LIMIT', 0, 5)")]
    [InlineData("return redis.call('XADD', KEYS[1], 'LIMIT', 10, 'MAXLEN', '~', 1000, '*', 'f', 'v')")]
    [InlineData("return redis.call('ZUNION', 2, 'WEIGHTS', KEYS[1], 'WEIGHTS', 1.5, 2)")]
    [InlineData("return redis.call('ZADD', KEYS[1], 'XX', 'CH', 'GT', '-inf', 'NX')")]
    public async Task What_looks_odd_and_works_is_left_alone(string script)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

        Assert.DoesNotContain(Findings(script), id => id.StartsWith("LUA4", StringComparison.Ordinal) && id != "LUA4010");
        await connection.GetDatabase().ScriptEvaluateAsync(script, [$"predicted:{Guid.NewGuid()}"]);
    }

    private static async Task FailsAsync(ConnectionMultiplexer connection, string id, string script, string error)
    {
        Assert.Contains(id, Findings(script));
        var failure = await Assert.ThrowsAsync<RedisServerException>(() =>
            connection.GetDatabase().ScriptEvaluateAsync(script, [$"predicted:{Guid.NewGuid()}"], ["on"]));
        Assert.Contains(error.Split('|'), text => failure.Message.Contains(text, StringComparison.Ordinal));
    }

    private static string[] Findings(string script) =>
        [.. TestCompiler.Compile(script)
            .Findings.Select(finding => finding.Rule.Id)];
}
