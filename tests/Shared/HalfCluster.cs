using System.Globalization;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.TestSupport;

/// <summary>
/// The node of a cluster that has the upper half of the slots, where nobody has the other: a script there meets the same
/// refusals as with its other keys on another node, and no cluster has to form first.
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
        // The bus has a port of its own: the usual one, 10,000 above, may not exist.
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

    /// <summary>Runs a script where its keys are; a failure is told by its words.</summary>
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
