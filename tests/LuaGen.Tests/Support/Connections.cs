using StackExchange.Redis;

namespace LuaGen.Tests.Support;

/// <summary>Connections to the shared server, one for each protocol, created on first use and kept.</summary>
internal static class Connections
{
    private static readonly Lazy<ConnectionMultiplexer> Resp2 = new(() => Connect(RedisProtocol.Resp2));
    private static readonly Lazy<ConnectionMultiplexer> Resp3 = new(() => Connect(RedisProtocol.Resp3));

    public static ConnectionMultiplexer Shared => Resp3.Value;

    public static IDatabase Database(RedisProtocol protocol = RedisProtocol.Resp3) =>
        (protocol == RedisProtocol.Resp2 ? Resp2 : Resp3).Value.GetDatabase();

    /// <summary>A separate connection, for tests that examine what it sends.</summary>
    public static ConnectionMultiplexer Connect(RedisProtocol protocol = RedisProtocol.Resp3, Action<ConfigurationOptions>? configure = null)
    {
        var options = ConfigurationOptions.Parse(TestServer.Instance.ConnectionString);
        options.Protocol = protocol;
        options.AllowAdmin = true;
        configure?.Invoke(options);
        return ConnectionMultiplexer.Connect(options);
    }

    public static Task FlushScriptsAsync() => Shared.GetServers().Single().ScriptFlushAsync();

    /// <summary>A unique key. It is not deleted, so it remains on a server that existed before the tests.</summary>
    public static RedisKey NewKey() => $"luagen:test:{Guid.NewGuid():N}";
}
