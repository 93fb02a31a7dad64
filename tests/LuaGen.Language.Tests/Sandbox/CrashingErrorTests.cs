using LuaGen.Language.Rules;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Sandbox;

/// <summary>Errors that crash the server, each on a separate server; and errors that only look similar.</summary>
public sealed class CrashingErrorTests
{
    [ServerProcessTheory]
    [InlineData("error({ code = KEYS[1] })")]
    [InlineData("""
        error({})
        return KEYS
        """)]
    [InlineData("error({ err = true, key = KEYS[1] })")]
    [InlineData("error(redis.status_reply(KEYS[1]))")]
    public async Task The_process_ends_or_the_error_says_nothing(string script)
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",abortConnect=false");

        var failure = await Assert.ThrowsAnyAsync<RedisException>(() => connection.GetDatabase().ScriptEvaluateAsync(script, ["key"]));

        Assert.Contains(Rule.CrashingError, Findings(script));
        // A fixed server survives and returns an error reply.
        Assert.True(failure is RedisConnectionException or RedisServerException, failure.ToString());
        if (connection.GetServers()[0].Version is { Major: 7, Minor: 0 })
        {
            Assert.IsType<RedisConnectionException>(failure);
        }
    }

    [ServerTheory]
    [InlineData("error({ err = 'NO ' .. KEYS[1] })", "NO key")]
    [InlineData("error({ err = 5, key = KEYS[1] })", "5")]
    [InlineData("error(nil, #KEYS)", "nil")]
    [InlineData("error(function() return KEYS end)", "function")]
    [InlineData("""
        local failure = {}
        failure.err = KEYS[1]
        error(failure)
        """, "key")]
    public async Task What_is_left_alone_is_an_error_reply(string script, string text)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

        var failure = await Assert.ThrowsAsync<RedisServerException>(() => connection.GetDatabase().ScriptEvaluateAsync(script, ["key"]));

        Assert.DoesNotContain(Rule.CrashingError, Findings(script));
        Assert.Contains(text, failure.Message, StringComparison.Ordinal);
    }

    private static Rule[] Findings(string script) =>
        [.. TestCompiler.Compile(script)
            .Findings.Select(finding => finding.Rule)];
}
