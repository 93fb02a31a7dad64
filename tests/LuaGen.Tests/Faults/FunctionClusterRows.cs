using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>Rows 41 and 42: functions in a cluster whose slots move and whose masters fail over.</summary>
public sealed class FunctionClusterRows(OwnCluster cluster) : IClassFixture<OwnCluster>
{
    [ClusterFact]
    public async Task Row41_A_moved_slot()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        var ledger = Ledger.OfFunction(OwnCluster.TagOn(admin, masters[0]));
        Assert.Equal(masters.Length, (await LoadAsync(ledger, admin)).Count);

        OwnCluster.Move(admin, admin.GetHashSlot(ledger.Count), masters[0], masters[1]);
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
        Assert.Null(ledger.Call(connection.GetDatabase()));

        Assert.Equal(2, await ledger.CheckAsync(connection.GetDatabase()));
    }

    [ClusterFact]
    public async Task Row41_A_slot_that_is_being_moved()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        var ledger = Ledger.OfFunction(OwnCluster.TagOn(admin, masters[0]));
        var slot = admin.GetHashSlot(ledger.Count);
        await LoadAsync(ledger, admin);

        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
        OwnCluster.BeginMove(admin, slot, masters[0], masters[1]);
        OwnCluster.MoveKeys(admin, slot, masters[0], masters[1]);
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
        Assert.Null(ledger.Call(connection.GetDatabase()));

        // Missing at the target only: the redirect is followed, and nothing is executed.
        await admin.GetServer(masters[1]).ExecuteAsync("FUNCTION", "DELETE", ledger.Function!.Library.Name);
        foreach (var failure in new[] { await ledger.CallAsync(connection.GetDatabase()), ledger.Call(connection.GetDatabase()) })
        {
            Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(failure!));
            Assert.Contains("the server has no function", failure!.Message, StringComparison.Ordinal);
        }

        await LoadAsync(ledger, admin);
        OwnCluster.EndMove(admin, slot, masters[0], masters[1]);
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
        Assert.Equal(4, await ledger.CheckAsync(connection.GetDatabase()));
    }

    [ClusterFact]
    public async Task Row42_A_failover_under_20_callers()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var master = OwnCluster.Masters(admin)[0];
        var replica = OwnCluster.ReplicaOf(admin, master);
        var ledger = Ledger.OfFunction(OwnCluster.TagOn(admin, master));
        await LoadAsync(ledger, admin);
        await Until.TrueAsync(
            async () => (await admin.GetServer(replica).ExecuteAsync("FUNCTION", "LIST", "LIBRARYNAME", ledger.Function!.Library.Name)).Length == 1,
            "the library is replicated");

        await Until.DoneAsync(callers: 20, () => ledger.CallAsync(connection.GetDatabase()), async () =>
        {
            await Until.TrueAsync(() => ledger.Acknowledged > 200, "calls before the failover");
            await OwnCluster.FailOverAsync(admin, replica);
            var before = ledger.Acknowledged;
            await Until.TrueAsync(() => ledger.Acknowledged > before + 200, "calls after the failover");
        });

        cluster.Processes.WaitUntilWhole();
        Assert.True(ledger.Failures.Count == 0, ledger.Summary());
        Assert.Equal(ledger.Acknowledged, await ledger.CheckAsync(connection.GetDatabase()));
    }

    private static async Task<IReadOnlyList<LibraryLoadResult>> LoadAsync(Ledger ledger, IConnectionMultiplexer connection)
    {
        var results = await ledger.Function!.Library.LoadAsync(connection);
        Assert.All(results, result => Assert.Null(result.Error));
        return results;
    }
}
