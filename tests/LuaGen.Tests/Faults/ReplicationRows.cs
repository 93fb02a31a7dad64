using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>Rows 21 to 23: primaries and replicas without a cluster.</summary>
public sealed class ReplicationRows
{
    [ServerProcessFact]
    public async Task Row21_A_sentinel_failover_under_20_callers()
    {
        using var servers = SentinelProcess.Start();
        using var primary = await ConnectionMultiplexer.ConnectAsync($"{servers.Primary.ConnectionString},allowAdmin=true");
        using var replica = await ConnectionMultiplexer.ConnectAsync($"{servers.Replica.ConnectionString},allowAdmin=true");
        using var sentinel = await ConnectionMultiplexer.SentinelConnectAsync(servers.Sentinel.ConnectionString);
        var watched = sentinel.GetServers().Single();
        await Until.TrueAsync(
            async () => (await watched.SentinelReplicasAsync(SentinelProcess.ServiceName)).Length == 1,
            "the sentinel knows the replica");
        await Until.TrueAsync(
            async () => (await replica.GetServers().Single().InfoRawAsync("replication"))!.Contains("master_link_status:up", StringComparison.Ordinal),
            "the replica follows");
        using var connection = await ConnectionMultiplexer.ConnectAsync($"{servers.ConnectionString},asyncTimeout=5000,abortConnect=false");
        var ledger = new Ledger();

        await Until.DoneAsync(callers: 20, () => ledger.CallAsync(connection.GetDatabase()), async () =>
        {
            await Until.TrueAsync(() => ledger.Acknowledged > 200, "calls before the failover");
            await Until.TrueAsync(() => FailOverAsync(watched), "the sentinel finds the replica fit");
            await Until.TrueAsync(
                async () => (await replica.GetServers().Single().InfoRawAsync("replication"))!.Contains("role:master", StringComparison.Ordinal),
                "the replica is the primary");
            var before = ledger.Acknowledged;
            await Until.TrueAsync(
                async () => ledger.Acknowledged > before + 200 && await replica.GetDatabase().KeyExistsAsync(ledger.Count),
                "calls at the new primary");
        });

        // The old primary's last acknowledged writes may not have reached the new one, which is not promised. Nothing ran twice.
        var database = replica.GetDatabase();
        Assert.Equal(await database.SetLengthAsync(ledger.Ids), await database.StringGetAsync(ledger.Count));
        await ledger.CheckHonestAsync(database);
    }

    [ServerProcessFact]
    public async Task Row22_A_primary_that_became_a_replica()
    {
        using var primary = new OwnServer();
        using var stale = new OwnServer();
        using var connection = stale.Connect();
        var ledger = new Ledger();

        await stale.Server.ExecuteAsync("REPLICAOF", "127.0.0.1", primary.Process.Port);
        var failure = await ledger.CallAsync(connection.GetDatabase());

        // The client has not noticed the change, so the script starts and its first write fails.
        var error = Assert.IsType<ScriptException>(failure);
        Assert.Equal(("READONLY", 2, ScriptOutcome.Failed), (error.Code, error.Line, ScriptException.OutcomeOf(error)));
        await stale.Server.ExecuteAsync("REPLICAOF", "NO", "ONE");
        Assert.Equal(0, await ledger.CheckAsync(stale.Database));
    }

    /// <summary>Documented behavior: an acknowledged call can be lost with its server; <c>WAIT</c> shows whether it can.</summary>
    [ServerProcessFact]
    public async Task Row23_What_was_acknowledged_and_not_replicated_is_lost_with_its_server()
    {
        using var primary = new OwnServer("--repl-diskless-sync-delay", "0");
        var proxy = primary.Proxy();
        using var replica = new OwnServer("--replicaof", "127.0.0.1", $"{proxy.Port}");
        var ledger = new Ledger();
        await Until.TrueAsync(
            async () => (await replica.Server.InfoRawAsync("replication"))!.Contains("master_link_status:up", StringComparison.Ordinal),
            "the replica follows");
        Assert.Null(await ledger.CallAsync(primary.Database));
        Assert.Equal(1, (int)await primary.Database.ExecuteAsync("WAIT", 1, 5000));

        proxy.Swallow();
        Assert.Null(await ledger.CallAsync(primary.Database));
        Assert.Equal(0, (int)await primary.Database.ExecuteAsync("WAIT", 1, 200));
        primary.Process.Kill();
        await replica.Server.ExecuteAsync("REPLICAOF", "NO", "ONE");

        Assert.Equal(2, ledger.Acknowledged);
        Assert.Equal(1, await replica.Database.StringGetAsync(ledger.Count));
    }

    private static async Task<bool> FailOverAsync(IServer sentinel)
    {
        try
        {
            await sentinel.SentinelFailoverAsync(SentinelProcess.ServiceName);
            return true;
        }
        catch (RedisServerException error) when (error.Message.StartsWith("NOGOODSLAVE", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
