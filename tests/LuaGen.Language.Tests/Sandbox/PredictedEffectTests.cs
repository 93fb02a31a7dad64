using LuaGen.Language.Rules;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Sandbox;

/// <summary>Verifies rules that do not predict a failure of every call: each script is compiled here and runs on the server.</summary>
public sealed class PredictedEffectTests
{
    /// <summary>The maximum number of values that <c>unpack</c> returns, as the page of LUA5007 says.</summary>
    private const int MostValues = 7_999;

    [ServerTheory]
    [InlineData("NOSCRIPT", 2)]
    [InlineData("TAKEN", 1)]
    public async Task A_reserved_code_makes_the_client_run_the_script_again(string code, int runs)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var (database, key) = (connection.GetDatabase(), $"effect:{Guid.NewGuid()}");
        var script = $"""
            redis.call('INCR', KEYS[1])
            return redis.error_reply('{code} of the script')
            """;

        await Assert.ThrowsAsync<RedisServerException>(() => database.ScriptEvaluateAsync(script, [key]));

        Assert.Equal(runs, (int)await database.StringGetAsync(key));
        Assert.Equal(runs > 1, Findings(script).Contains(Rule.ReservedCode));
    }

    [ServerTheory]
    [InlineData("return redis.call('ECHO', 9007199254740993) .. '|' .. #KEYS", "9007199254740993")]
    [InlineData("return redis.call('ECHO', 9223372036854775807) .. '|' .. #KEYS", "9223372036854775807")]
    public async Task A_number_arrives_with_other_digits(string script, string written)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

        Assert.Contains(Rule.LossyNumber, Findings(script));
        Assert.NotEqual($"{written}|0", (string?)await connection.GetDatabase().ScriptEvaluateAsync(script));
    }

    [ServerFact]
    public async Task Unpack_ends_at_8000_values()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        const string Script = "return #{ unpack(ARGV) }";
        var values = Enumerable.Range(0, MostValues + 1).Select(i => (RedisValue)i).ToArray();

        Assert.Contains(Rule.UnboundedUnpack, Findings(Script));
        var failure = await Assert.ThrowsAsync<RedisServerException>(() => connection.GetDatabase().ScriptEvaluateAsync(Script, [], values));
        Assert.Contains("too many results to unpack", failure.Message, StringComparison.Ordinal);
        Assert.Equal(MostValues, (int)await connection.GetDatabase().ScriptEvaluateAsync(Script, [], values[..MostValues]));
    }

    [ServerFact]
    public async Task An_argument_that_is_compiled_runs()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        const string Script = "return loadstring('return ' .. ARGV[1])()";

        Assert.Contains(Rule.CodeFromOutside, Findings(Script));
        Assert.Equal("PONG", (string?)await connection.GetDatabase().ScriptEvaluateAsync(Script, [], ["redis.call('PING').ok"]));
    }

    [ServerFact]
    public async Task Only_Valkey_has_server()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        const string Script = "return server.call('ECHO', ARGV[1])";
        var isValkey = (bool)await connection.GetDatabase().ScriptEvaluateAsync("return rawget(_G, 'server') and 1 or 0");

        Assert.Contains(Rule.ValkeyName, Findings(Script));
        var outcome = await Record.ExceptionAsync(() => connection.GetDatabase().ScriptEvaluateAsync(Script, [], ["x"]));
        Assert.Equal(isValkey, outcome is null);
    }

    private static Rule[] Findings(string script) =>
        [.. TestCompiler.Compile(script)
            .Findings.Select(finding => finding.Rule)];
}
