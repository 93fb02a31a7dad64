using System.Diagnostics;
using System.Globalization;
using System.Net;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>A cluster that a test may reshard, fail over and kill, with connections to it.</summary>
public sealed class OwnCluster : IDisposable
{
    private readonly List<ConnectionMultiplexer> _connections = [];

    public RedisClusterProcess Processes { get; } = RedisClusterProcess.Start();

    /// <summary>A separate connection, because each has its own slot map, which a test makes stale.</summary>
    public ConnectionMultiplexer Connect(string options = "", Action<ConfigurationOptions>? configure = null)
    {
        var connection = ConnectionMultiplexer.Connect($"{Processes.ConnectionString},allowAdmin=true,abortConnect=false,{options}", configure ?? (static _ => { }));
        _connections.Add(connection);
        return connection;
    }

    /// <summary>A hash tag whose slot the node owns and no other test uses.</summary>
    public static string TagOn(ConnectionMultiplexer connection, EndPoint node)
    {
        var owned = Configuration(connection).Nodes.Single(other => Equals(other.EndPoint, node)).Slots;
        for (; ; )
        {
            var tag = Guid.NewGuid().ToString("N");
            var slot = connection.GetHashSlot($"{{{tag}}}");
            if (owned.Any(range => range.From <= slot && slot <= range.To))
            {
                return tag;
            }
        }
    }

    /// <summary>The masters that currently serve slots, according to the cluster.</summary>
    public static EndPoint[] Masters(ConnectionMultiplexer connection) =>
        [.. Configuration(connection).Nodes.Where(node => !node.IsReplica && node.Slots.Count > 0).Select(node => node.EndPoint!)];

    /// <summary>
    /// Promotes a replica to master and waits until all nodes know. A failover is abandoned after 5 s, for example because the
    /// other masters vote for a shard only once in 3 s; then it is requested again.
    /// </summary>
    public static Task FailOverAsync(ConnectionMultiplexer admin, EndPoint replica)
    {
        var givenUp = TimeSpan.FromSeconds(5.5);
        Stopwatch? asked = null;
        return Until.TrueAsync(
            () =>
            {
                if ((asked is null || asked.Elapsed > givenUp) && !KnowsMaster(admin.GetServer(replica), replica))
                {
                    admin.GetServer(replica).Execute("CLUSTER", "FAILOVER");
                    asked = Stopwatch.StartNew();
                }

                return admin.GetServers().All(server => KnowsMaster(server, replica));
            },
            $"{replica} is a master");
    }

    private static bool KnowsMaster(IServer server, EndPoint node) =>
        server.ClusterNodes()!.Nodes.Single(other => Equals(other.EndPoint, node)) is { IsReplica: false, Slots.Count: > 0 };

    public static EndPoint OwnerOf(ConnectionMultiplexer connection, int slot) =>
        Configuration(connection).Nodes.Single(node => !node.IsReplica && node.Slots.Any(range => range.From <= slot && slot <= range.To)).EndPoint!;

    public static EndPoint ReplicaOf(ConnectionMultiplexer connection, EndPoint master)
    {
        var nodes = Configuration(connection).Nodes;
        var id = nodes.Single(node => Equals(node.EndPoint, master)).NodeId;
        return nodes.FirstOrDefault(node => node.ParentNodeId == id)?.EndPoint
            ?? throw new InvalidOperationException($"No replica of {id}: {string.Join("; ", nodes.Select(node => node.Raw))}");
    }

    /// <summary>Assigns an empty slot to another node; only the two nodes are informed.</summary>
    public static void Move(ConnectionMultiplexer connection, int slot, EndPoint from, EndPoint to)
    {
        // Without starting a migration the new owner keeps its old epoch, and the other nodes reject its claim.
        BeginMove(connection, slot, from, to);
        EndMove(connection, slot, from, to);
    }

    /// <summary>Completes a migration: the slot belongs to the new node, and both nodes know.</summary>
    public static void EndMove(ConnectionMultiplexer connection, int slot, EndPoint from, EndPoint to)
    {
        var id = IdOf(connection, to);
        foreach (var node in new[] { to, from })
        {
            connection.GetServer(node).Execute("CLUSTER", "SETSLOT", slot, "NODE", id);
        }
    }

    /// <summary>Starts the migration of a slot: the old node answers ASK for keys that it does not have.</summary>
    public static void BeginMove(ConnectionMultiplexer connection, int slot, EndPoint from, EndPoint to)
    {
        connection.GetServer(to).Execute("CLUSTER", "SETSLOT", slot, "IMPORTING", IdOf(connection, from));
        connection.GetServer(from).Execute("CLUSTER", "SETSLOT", slot, "MIGRATING", IdOf(connection, to));
    }

    /// <summary>Moves all keys of a slot to the other node.</summary>
    public static void MoveKeys(ConnectionMultiplexer connection, int slot, EndPoint from, EndPoint to)
    {
        var port = ((IPEndPoint)to).Port.ToString(CultureInfo.InvariantCulture);
        var source = connection.GetServer(from);
        while ((RedisKey[])source.Execute("CLUSTER", "GETKEYSINSLOT", slot, 100)! is { Length: > 0 } keys)
        {
            object[] words = ["127.0.0.1", port, "", "0", "5000", "KEYS", .. keys.Select(key => (object)key)];
#if CLIENT_3 && !CLIENT_3_4
            // Client 3.0 to 3.3 refuse a command of a database without its number, and a write to what they still take for a replica.
            connection.Configure();
            source.Execute(0, "MIGRATE", words);
#else
            source.Execute("MIGRATE", words);
#endif
        }
    }

    public static string IdOf(ConnectionMultiplexer connection, EndPoint node) =>
        (string)connection.GetServer(node).Execute("CLUSTER", "MYID")!;

    public void Dispose()
    {
        _connections.ForEach(connection => connection.Dispose());
        Processes.Dispose();
    }

    private static ClusterConfiguration Configuration(ConnectionMultiplexer connection) =>
        connection.GetServers().First(server => server.IsConnected).ClusterNodes()!;
}
