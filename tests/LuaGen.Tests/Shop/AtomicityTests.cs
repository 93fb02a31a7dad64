using EmbeddedServer;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Shop;

/// <summary>
/// Scripts run one after the other on every server that the sample can use: of many callers that read a counter and write
/// it back, none loses an increment. Each has a connection of its own, since a connection's calls run in order anyway.
/// </summary>
public sealed class AtomicityTests
{
    private const int Callers = 16;
    private const int Calls = 500;

    private static readonly ScriptDefinition Increment = Scripts.Define("""
        local value = tonumber(redis.call('GET', KEYS[1]) or 0) + 1
        redis.call('SET', KEYS[1], value)
        return value
        """, returns: "long", name: "Increment");

    /// <summary>The one that a connection string names or that answers on this machine, if the tests are given one.</summary>
    [ServerFact]
    public Task On_the_server_of_the_tests() => NoIncrementIsLostAsync(TestServer.Instance.ConnectionString);

    [ServerProcessFact]
    public async Task On_a_server_process()
    {
        using var server = RedisServerProcess.Start();
        await NoIncrementIsLostAsync(server.ConnectionString);
    }

    [Fact]
    public async Task On_the_embedded_server()
    {
        using var server = GarnetInstance.Start();
        await NoIncrementIsLostAsync($"127.0.0.1:{server.Port}");
    }

    private static async Task NoIncrementIsLostAsync(string server)
    {
        var key = Connections.NewKey();
        var replies = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CallAsync(server, key))));

        await using var connection = await ConnectionMultiplexer.ConnectAsync(server);
        Assert.Equal(Callers * Calls, (long)await connection.GetDatabase().StringGetDeleteAsync(key));

        // Every value from 1 to the last was returned to one caller.
        Assert.Equal(Enumerable.Range(1, Callers * Calls).Select(value => (long)value), replies.SelectMany(reply => reply).Order());
    }

    private static async Task<List<long>> CallAsync(string server, RedisKey key)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server);
        var target = new ScriptTarget(connection.GetDatabase());
        var replies = new List<long>();
        for (var call = 0; call < Calls; call++)
        {
            var increment = new ScriptCall(Increment, keyCount: 1, argumentCount: 0);
            increment.AddKey(key, "counter");
            replies.Add(await increment.SendAsync(target, static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None, default));
        }

        return replies;
    }
}
