using System.Diagnostics;
using System.Globalization;

namespace LuaGen.TestServers;

/// <summary>A private cluster: three masters, each with a replica, on free loopback ports.</summary>
public sealed class RedisClusterProcess : IDisposable
{
    /// <summary>The number of nodes that start as masters: the first ones.</summary>
    public const int Masters = 3;

    private static readonly TimeSpan FormLimit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly RedisServerProcess[] _nodes;

    private RedisClusterProcess(RedisServerProcess[] nodes) => _nodes = nodes;

    /// <summary>Why no cluster is available, or null if one is.</summary>
    public static string? UnavailableReason { get; } =
        RedisServerProcess.Program is null || RedisServerProcess.FindOnPath("redis-cli") is null
            ? "redis-server and redis-cli are not both on the PATH."
            : null;

    /// <summary>The six nodes; the first three start as masters.</summary>
    public IReadOnlyList<RedisServerProcess> Nodes => _nodes;

    /// <summary>All nodes, as a StackExchange.Redis connection string.</summary>
    public string ConnectionString => string.Join(",", _nodes.Select(static node => node.ConnectionString));

    /// <summary>Starts the nodes, joins them, and returns when every replica is connected to its master.</summary>
    /// <param name="settings">Additional command-line arguments of each node.</param>
    /// <exception cref="InvalidOperationException">The cluster was not formed in time.</exception>
    public static RedisClusterProcess Start(params string[] settings)
    {
        var nodes = new List<RedisServerProcess>();
        try
        {
            for (var i = 0; i < 2 * Masters; i++)
            {
                // The bus gets its own free port: the default, 10,000 above the node's port, may exceed the valid range.
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

    /// <summary>Waits until every node sees all slots served and three replicas, and every replica is connected to its master.</summary>
    /// <exception cref="InvalidOperationException">The cluster did not reach that state in time.</exception>
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

    /// <summary>Sends one command to one node and returns the output of <c>redis-cli</c>.</summary>
    /// <param name="node">The node.</param>
    /// <param name="command">The command and its arguments.</param>
    public static string Ask(RedisServerProcess node, params string[] command)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Ask("-p", [node.Port.ToString(CultureInfo.InvariantCulture), .. command]);
    }

    /// <summary>Stops all nodes.</summary>
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
