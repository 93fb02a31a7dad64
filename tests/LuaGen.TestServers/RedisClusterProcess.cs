using System.Diagnostics;
using System.Globalization;

namespace LuaGen.TestServers;

/// <summary>A cluster of one's own: three masters, each with a replica, on free loopback ports.</summary>
public sealed class RedisClusterProcess : IDisposable
{
    /// <summary>How many of the nodes begin as masters: the first ones.</summary>
    public const int Masters = 3;

    private static readonly TimeSpan FormLimit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly RedisServerProcess[] _nodes;

    private RedisClusterProcess(RedisServerProcess[] nodes) => _nodes = nodes;

    /// <summary>Why no cluster can be had, or null when one can.</summary>
    public static string? UnavailableReason { get; } =
        RedisServerProcess.Program is null || RedisServerProcess.FindOnPath("redis-cli") is null
            ? "redis-server and redis-cli are not both on the PATH."
            : null;

    /// <summary>The six nodes; the first three began as masters.</summary>
    public IReadOnlyList<RedisServerProcess> Nodes => _nodes;

    /// <summary>All nodes, as StackExchange.Redis takes them.</summary>
    public string ConnectionString => string.Join(",", _nodes.Select(static node => node.ConnectionString));

    /// <summary>Starts the nodes, joins them, and returns when every replica follows its master.</summary>
    /// <param name="settings">More of each node's command line.</param>
    /// <exception cref="InvalidOperationException">The cluster does not form.</exception>
    public static RedisClusterProcess Start(params string[] settings)
    {
        var nodes = new List<RedisServerProcess>();
        try
        {
            for (var i = 0; i < 2 * Masters; i++)
            {
                // The bus has a port of its own: the usual one, 10,000 above, may not exist.
                var bus = RedisServerProcess.FreePort().ToString(CultureInfo.InvariantCulture);
                nodes.Add(RedisServerProcess.Start([
                    "--cluster-enabled", "yes",
                    "--cluster-port", bus,
                    "--cluster-node-timeout", "1500",
                    "--cluster-require-full-coverage", "no",
                    "--repl-diskless-sync-delay", "0",
                    .. settings]));
            }

            Ask("--cluster", ["create", .. nodes.Select(static node => node.ConnectionString), "--cluster-replicas", "1", "--cluster-yes"]);
            var cluster = new RedisClusterProcess([.. nodes]);
            cluster.WaitUntilWhole();
            return cluster;
        }
        catch
        {
            nodes.ForEach(static node => node.Dispose());
            throw;
        }
    }

    /// <summary>Waits until every node sees all slots served and three replicas, and every replica follows its master.</summary>
    /// <exception cref="InvalidOperationException">It does not come to that.</exception>
    public void WaitUntilWhole()
    {
        for (var clock = Stopwatch.StartNew(); !_nodes.All(IsWhole); Thread.Sleep(PollInterval))
        {
            if (clock.Elapsed > FormLimit)
            {
                throw new InvalidOperationException("The cluster did not form: " + Ask(_nodes[0], "CLUSTER", "NODES"));
            }
        }
    }

    /// <summary>Sends one command to one node and gives what <c>redis-cli</c> prints.</summary>
    /// <param name="node">The node.</param>
    /// <param name="command">The command's words.</param>
    public static string Ask(RedisServerProcess node, params string[] command)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Ask("-p", [node.Port.ToString(CultureInfo.InvariantCulture), .. command]);
    }

    /// <summary>Ends all nodes.</summary>
    public void Dispose()
    {
        foreach (var node in _nodes)
        {
            node.Dispose();
        }
    }

    private static bool IsWhole(RedisServerProcess node)
    {
        var info = Ask(node, "CLUSTER", "INFO");
        var replication = Ask(node, "INFO", "replication");
        return info.Contains("cluster_state:ok", StringComparison.Ordinal)
            && info.Contains("cluster_slots_ok:16384", StringComparison.Ordinal)
            && info.Contains("cluster_known_nodes:6", StringComparison.Ordinal)
            && Ask(node, "CLUSTER", "NODES").Split("slave ").Length == 1 + Masters
            && (replication.Contains("role:master", StringComparison.Ordinal)
                ? replication.Contains("connected_slaves:1", StringComparison.Ordinal)
                : replication.Contains("master_link_status:up", StringComparison.Ordinal));
    }

    private static string Ask(string first, IEnumerable<string> words)
    {
        using var process = Process.Start(new ProcessStartInfo("redis-cli", [first, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(FormLimit))
        {
            process.Kill();
            throw new InvalidOperationException($"redis-cli did not end: {output}");
        }

        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"redis-cli: {output}{errors.Result}");
    }
}
