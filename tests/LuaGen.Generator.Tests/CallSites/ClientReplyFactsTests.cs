using LuaGen.TestServers;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Checks what the rules about replies, prepared scripts and commands assume about the client and the server, against both.</summary>
public sealed class ClientReplyFactsTests
{
    [ServerFact]
    public async Task LUA7010_nothing_fills_KEYS_and_ARGV_but_the_names()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var db = connection.GetDatabase();

        await Assert.ThrowsAsync<RedisServerException>(() => db.ScriptEvaluateAsync(LuaScript.Prepare("return redis.call('GET', KEYS[1])")));
        await Assert.ThrowsAsync<RedisServerException>(() => db.ScriptEvaluateAsync(LuaScript.Prepare("return redis.call('SET', @key, ARGV[2])"), new { key = NewKey() }));
        var filled = (RedisResult[])(await db.ScriptEvaluateAsync(LuaScript.Prepare("return {@key, ARGV[1], KEYS[1]}"), new { key = (RedisKey)"k" }))!;

        Assert.Equal(["k", "k", "k"], filled.Select(element => (string?)element));
    }

    [ServerTheory]
    [InlineData("return redis.call('SET', KEYS[1], 'x')")]
    [InlineData("return redis.status_reply('DONE')")]
    [InlineData("return 'busy'")]
    [InlineData("return {1, 2}")]
    public async Task LUA7011_casts_throw_for_what_is_no_number(string script)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var reply = await connection.GetDatabase().ScriptEvaluateAsync(script, [NewKey()]);

        Assert.Throws<InvalidCastException>(() => (int)reply);
        Assert.Throws<InvalidCastException>(() => (long)reply);
        Assert.Throws<InvalidCastException>(() => (long?)reply);
        Assert.Throws<InvalidCastException>(() => (double)reply);
        Assert.Throws<InvalidCastException>(() => (bool)reply);
    }

    [ServerFact]
    public async Task LUA7011_other_casts_succeed()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var db = connection.GetDatabase();
        var key = NewKey();

        Assert.Throws<InvalidCastException>(() => (string?)db.ScriptEvaluate("return {1, 2}"));
        Assert.Throws<InvalidCastException>(() => (bool)db.ScriptEvaluate("return -1"));
        Assert.Throws<InvalidCastException>(() => (bool)db.ScriptEvaluate("return 2"));
        Assert.Equal(1, (int)await db.ScriptEvaluateAsync("return {1}"));
        Assert.Equal(42, (long)await db.ScriptEvaluateAsync("return '42'"));
        Assert.Equal("OK", (string?)await db.ScriptEvaluateAsync("return redis.call('SET', KEYS[1], 'x', 'NX')", [key]));
        Assert.False((bool)await db.ScriptEvaluateAsync("return redis.call('SET', KEYS[1], 'x', 'NX')", [key]));
    }

    [ServerFact]
    public async Task LUA7012_a_fraction_inside_an_array_is_truncated()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

        var reply = (RedisResult[])(await connection.GetDatabase().ScriptEvaluateAsync("return {tonumber(ARGV[1]), ARGV[1], tostring(tonumber(ARGV[1]))}", values: [3.75]))!;

        Assert.Equal(["3", "3.75", "3.75"], reply.Select(element => (string?)element));
    }

    [ServerFact]
    public async Task LUA7005_a_string_among_the_keys_of_a_command_is_no_key()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var prefixed = connection.GetDatabase().WithKeyPrefix("tenant:");

        Assert.Equal("stock", (string?)await prefixed.ExecuteAsync("EVAL", "return KEYS[1]", 1, "stock"));
        Assert.Equal("tenant:stock", (string?)await prefixed.ExecuteAsync("EVAL", "return KEYS[1]", 1, (RedisKey)"stock"));
    }

    private static RedisKey NewKey() => Guid.NewGuid().ToString("N");
}
