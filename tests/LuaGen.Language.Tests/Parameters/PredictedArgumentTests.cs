using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Parameters;

/// <summary>Verifies the argument rules on a server, with the texts that generated code sends: the flagged script goes wrong, the rewritten one does not.</summary>
public sealed class PredictedArgumentTests
{
    /// <summary>2^53 + 1, which no double represents.</summary>
    private const string Exact = "9007199254740993";

    private const string Enabled = "-- ARGV[1] enabled: bool\n";
    private const string Owner = """
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int

        """;
    private const string Either = """
        -- ARGV[1] owner: string?
        -- ARGV[2] other: string?

        """;
    private const string Id = "-- ARGV[1] id: long\n";

    /// <summary>Rule, flagged script, rewritten script, arguments, and the intended reply.</summary>
    public static TheoryData<string, string, string, string[], string> Scripts => new()
    {
        { "LUA3007", Id + "return 'order ' .. tonumber(ARGV[1])", Id + "return 'order ' .. ARGV[1]", [Exact], "order " + Exact },
        { "LUA3007", Id + "return tonumber(ARGV[1])", Id + "return ARGV[1]", [Exact], Exact },
        { "LUA3007", Id + "return redis.call('ECHO', tonumber(ARGV[1]))", Id + "return redis.call('ECHO', ARGV[1])", [Exact], Exact },
        { "LUA3008", Owner + "return ARGV[1] and 'given' or ARGV[2]", Owner + "return ARGV[1] ~= '' and 'given' or ARGV[2]", ["", "none"], "none" },
        { "LUA3008", Owner + """
            if ARGV[1] == nil then return ARGV[2] end
            return 'given'
            """, Owner + """
            if ARGV[1] == '' then return ARGV[2] end
            return 'given'
            """, ["", "none"], "none" },
        { "LUA3008", Owner + "return (ARGV[1] or 'none') .. ARGV[2]", Owner + "return (ARGV[1] ~= '' and ARGV[1] or 'none') .. ARGV[2]", ["", "!"], "none!" },
        { "LUA3008", Either + """
            if not ARGV[1] then return ARGV[2] end
            return 'given'
            """, Either + """
            if (ARGV[1] or '') == '' then return ARGV[2] end
            return 'given'
            """, ["", "none"], "none" },
        { "LUA3009", Enabled + """
            if ARGV[1] then return 'on' end
            return 'off'
            """, Enabled + """
            if ARGV[1] == '1' then return 'on' end
            return 'off'
            """, ["0"], "off" },
        { "LUA3009", Enabled + """
            if not ARGV[1] then return 'off' end
            return 'on'
            """, Enabled + """
            if ARGV[1] ~= '1' then return 'off' end
            return 'on'
            """, ["0"], "off" },
        { "LUA3009", Enabled + "return ARGV[1] == 'true' and 'on' or 'off'", Enabled + "return ARGV[1] == '1' and 'on' or 'off'", ["1"], "on" },
        { "LUA3009", """
            -- ARGV[1] id: guid
            return tonumber(ARGV[1]) or 'nil'
            """, """
            -- ARGV[1] id: guid
            return ARGV[1]
            """, ["0f8fad5b-d9cb-469f-a165-70867728950e"], "0f8fad5b-d9cb-469f-a165-70867728950e" },
    };

    [ServerTheory]
    [MemberData(nameof(Scripts))]
    public async Task The_server_does_as_predicted(string id, string flagged, string rewritten, string[] arguments, string meant)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

        Assert.Contains(id, Findings(flagged));
        Assert.NotEqual(meant, await RunAsync(connection, flagged, arguments));
        Assert.DoesNotContain(id, Findings(rewritten));
        Assert.Equal(meant, await RunAsync(connection, rewritten, arguments));
    }

    private static async Task<string> RunAsync(ConnectionMultiplexer connection, string script, string[] arguments) =>
        $"{await connection.GetDatabase().ScriptEvaluateAsync(script, [], [.. arguments.Select(argument => (RedisValue)argument)])}";

    private static string[] Findings(string script) =>
        [.. TestCompiler.Compile(script)
            .Findings.Select(finding => finding.Rule.Id)];
}
