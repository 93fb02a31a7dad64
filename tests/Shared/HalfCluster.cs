using System.Globalization;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.TestSupport;

/// <summary>
/// A cluster node with the upper half of the slots; no node serves the other half. A script gets the same errors as if its
/// other keys were on another node, but no cluster has to form first.
/// </summary>
internal sealed class HalfCluster : IDisposable
{
    public const int FirstSlot = 8_192;

    private const int LastSlot = 16_383;
    private static readonly TimeSpan StateLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly RedisServerProcess _server;

    private HalfCluster(RedisServerProcess server, ConnectionMultiplexer connection) => (_server, Connection) = (server, connection);

    public ConnectionMultiplexer Connection { get; }

    public IDatabase Database => Connection.GetDatabase();

    public static async Task<HalfCluster> StartAsync()
    {
        // The bus gets its own free port: the default, 10,000 above the node's port, may exceed the valid range.
        var server = RedisServerProcess.Start(
            "--cluster-enabled", "yes",
            "--cluster-port", RedisServerProcess.FreePort().ToString(CultureInfo.InvariantCulture),
            "--cluster-require-full-coverage", "no");
        try
        {
            await using (var first = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true"))
            {
                await first.GetServers()[0].ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", FirstSlot, LastSlot);
                await WaitUntilOkAsync(first.GetServers()[0]);
            }

            // The client reads the slots when it connects.
            return new HalfCluster(server, await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true"));
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Runs a script on the node that owns its keys; returns the error message if it fails.</summary>
    public async Task<string> RunAsync(string script, RedisKey[] keys, params RedisValue[] arguments)
    {
        try
        {
            return $"{await Database.ScriptEvaluateAsync(script, keys, arguments)}";
        }
        catch (RedisServerException failure)
        {
            return failure.Message;
        }
    }

    public void Dispose()
    {
        Connection.Dispose();
        _server.Dispose();
    }

    private static async Task WaitUntilOkAsync(IServer server)
    {
        using var limit = new CancellationTokenSource(StateLimit);
        while (!$"{await server.ExecuteAsync("CLUSTER", "INFO")}".Contains("cluster_state:ok", StringComparison.Ordinal))
        {
            await Task.Delay(PollInterval, limit.Token);
        }
    }
}
