namespace LuaGen.TestServers;

/// <summary>A primary, its replica, and a sentinel with short timeouts that monitors them.</summary>
public sealed class SentinelProcess : IDisposable
{
    /// <summary>The sentinel's name for the primary.</summary>
    public const string ServiceName = "luagen";

    private SentinelProcess(RedisServerProcess primary, RedisServerProcess replica, RedisServerProcess sentinel)
    {
        Primary = primary;
        Replica = replica;
        Sentinel = sentinel;
    }

    /// <summary>The server that starts as the primary.</summary>
    public RedisServerProcess Primary { get; }

    /// <summary>The server that starts as the replica.</summary>
    public RedisServerProcess Replica { get; }

    /// <summary>The sentinel.</summary>
    public RedisServerProcess Sentinel { get; }

    /// <summary>The sentinel and its service name, as a StackExchange.Redis connection string.</summary>
    public string ConnectionString => $"{Sentinel.ConnectionString},serviceName={ServiceName}";

    /// <summary>Starts the three servers.</summary>
    /// <exception cref="InvalidOperationException">One of them does not start.</exception>
    public static SentinelProcess Start()
    {
        var started = new List<RedisServerProcess>();
        try
        {
            var primary = Add(RedisServerProcess.Start("--repl-diskless-sync-delay", "0"));
            var replica = Add(RedisServerProcess.Start("--replicaof", "127.0.0.1", $"{primary.Port}"));
            var sentinel = Add(RedisServerProcess.StartFrom(
                $"""
                sentinel monitor {ServiceName} 127.0.0.1 {primary.Port} 1
                sentinel down-after-milliseconds {ServiceName} 1000
                sentinel failover-timeout {ServiceName} 5000

                """,
                "--sentinel"));
            return new SentinelProcess(primary, replica, sentinel);
        }
        catch
        {
            started.ForEach(static server => server.Dispose());
            throw;
        }

        RedisServerProcess Add(RedisServerProcess server)
        {
            started.Add(server);
            return server;
        }
    }

    /// <summary>Stops the three servers; the sentinel first, so that it does not start a failover.</summary>
    public void Dispose()
    {
        Sentinel.Dispose();
        Replica.Dispose();
        Primary.Dispose();
    }
}
