using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace LuaGen.Tests.Faults;

/// <summary>
/// 200 callers of scripts and functions on a cluster whose scripts are flushed, whose masters fail over and whose slots move, all at the same time,
/// for <c>LUAGEN_STRESS_SECONDS</c> (default 10). The figures are printed.
/// </summary>
public sealed class StressTests(ITestOutputHelper output)
{
    private const int Callers = 200;
    private const int Tags = 12;

    [ClusterFact]
    public async Task Nothing_twice_and_nothing_lost_with_everything_at_once()
    {
        var time = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("LUAGEN_STRESS_SECONDS") ?? "10", CultureInfo.InvariantCulture));
        using var cluster = new OwnCluster();
        var (admin, connection) = (cluster.Connect("asyncTimeout=15000"), cluster.Connect("asyncTimeout=15000"));
        var database = connection.GetDatabase();
        var ledgers = Enumerable.Range(0, Tags).Select(i => i % 3 == 0 ? Ledger.OfFunction() : new Ledger()).ToArray();
        await LoadAsync(admin, [.. ledgers.Select(ledger => ledger.Function?.Library).OfType<LibraryDefinition>()]);
        int flushes = 0, failovers = 0, moves = 0, next = 0;
        var clock = Stopwatch.StartNew();

        await Until.DoneAsync(Callers, () => ledgers[Interlocked.Increment(ref next) % Tags].CallAsync(database), async () =>
        {
            await Task.WhenAll(
                Task.Run(FlushAsync),
                Task.Run(FailOverAndMoveAsync));
        });

        clock.Stop();
        cluster.Processes.WaitUntilWhole();
        var fresh = cluster.Connect().GetDatabase();
        long executed = 0;
        foreach (var ledger in ledgers)
        {
            executed += await ledger.CheckAsync(fresh);
        }

        var failures = ledgers.SelectMany(ledger => ledger.Failures).ToArray();
        var acknowledged = ledgers.Sum(ledger => ledger.Acknowledged);
        output.WriteLine($"{Callers} callers, {clock.Elapsed.TotalSeconds:0.0} s: {acknowledged} acknowledged, {executed} executed, {failures.Length} failed");
        output.WriteLine($"{flushes} nodes flushed, {failovers} failovers, {moves} slots moved with their keys");
        foreach (var kind in failures.GroupBy(failure => $"{ScriptException.OutcomeOf(failure)}: {(failure as ScriptException)?.Code ?? failure.GetType().Name}"))
        {
            output.WriteLine($"{kind.Count()} x {kind.Key}, as in: {kind.First().Message.Split('\n')[0]}");
        }

        var functions = ledgers.Where(ledger => ledger.Function is not null).Sum(ledger => ledger.Acknowledged);
        output.WriteLine($"{functions} of the acknowledged calls were calls of functions");
        Assert.True(acknowledged > Callers && functions > Callers && flushes > 0 && failovers > 0 && moves > 0, "Not all of it happened.");
        Assert.InRange(executed, acknowledged, acknowledged + failures.Count(failure => ScriptException.OutcomeOf(failure) != ScriptOutcome.NotExecuted));

        async Task FlushAsync()
        {
            while (clock.Elapsed < time)
            {
                foreach (var server in admin.GetServers())
                {
                    try
                    {
                        await server.ScriptFlushAsync();
                        flushes++;
                    }
                    catch (RedisException)
                    {
                        // A node that is loading data from its new master, or changing its role, refuses the flush.
                    }
                }

                await Task.Delay(20);
            }
        }

        // Sequentially: a slot cannot be moved to a master that is about to be demoted.
        async Task FailOverAndMoveAsync()
        {
            for (var round = 0; clock.Elapsed < time || failovers == 0; round++)
            {
                for (var move = 0; move < 4; move++)
                {
                    var masters = OwnCluster.Masters(admin);
                    var slot = admin.GetHashSlot(ledgers[((4 * round) + move) % Tags].Count);
                    var from = OwnCluster.OwnerOf(admin, slot);
                    var to = masters.First(master => !Equals(master, from));
                    OwnCluster.BeginMove(admin, slot, from, to);
                    OwnCluster.MoveKeys(admin, slot, from, to);
                    OwnCluster.EndMove(admin, slot, from, to);
                    moves++;
                }

                var old = OwnCluster.Masters(admin)[round % RedisClusterProcess.Masters];
                await OwnCluster.FailOverAsync(admin, OwnCluster.ReplicaOf(admin, old));
                cluster.Processes.WaitUntilWhole();
                failovers++;
            }
        }
    }

    // A replica that is promoted before it has received the libraries would not have them.
    private static async Task LoadAsync(ConnectionMultiplexer admin, IReadOnlyList<LibraryDefinition> libraries)
    {
        Assert.All(await libraries.LoadAsync(admin), result => Assert.Null(result.Error));
        foreach (var server in admin.GetServers())
        {
            await Until.TrueAsync(async () => (await server.ExecuteAsync("FUNCTION", "LIST")).Length == libraries.Count, $"{server.EndPoint} has the libraries");
        }
    }
}
