using System.Net;

namespace LuaGen.Tests.Faults;

/// <summary>Row 20, in a separate cluster because it loses a node.</summary>
public sealed class LostMasterRows
{
    [ClusterFact]
    public async Task Row20_A_master_killed_under_20_callers()
    {
        using var cluster = new OwnCluster();
        var connection = cluster.Connect("asyncTimeout=5000");
        var master = OwnCluster.Masters(connection)[0];
        var ledger = new Ledger(OwnCluster.TagOn(connection, master));

        await Until.DoneAsync(callers: 20, () => ledger.CallAsync(connection.GetDatabase()), async () =>
        {
            await Until.TrueAsync(() => ledger.Acknowledged > 200, "calls before the kill");
            cluster.Processes.Nodes.Single(node => node.Port == ((IPEndPoint)master).Port).Kill();
            var before = ledger.Acknowledged;
            await Until.TrueAsync(() => ledger.Acknowledged > before + 200, "calls at the new master");
        });

        // The old master's last acknowledged writes may not have reached its replica, which is not promised. Nothing ran twice.
        var ids = await connection.GetDatabase().SetLengthAsync(ledger.Ids);
        Assert.Equal(ids, await connection.GetDatabase().StringGetAsync(ledger.Count));
        Assert.NotEmpty(ledger.Failures);
        await ledger.CheckHonestAsync(connection.GetDatabase());
    }
}
