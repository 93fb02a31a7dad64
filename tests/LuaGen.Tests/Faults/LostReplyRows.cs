using System.Diagnostics;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>Rows 3 to 7: the script may have run, but its reply was lost.</summary>
public sealed class LostReplyRows
{
    private const int MostKills = 10;

    [ServerProcessFact]
    public async Task Row03_A_server_killed_and_restarted_under_50_callers()
    {
        using var server = new OwnServer("--appendonly", "yes", "--appendfsync", "always");
        using var connection = server.Connect("asyncTimeout=5000");
        var database = connection.GetDatabase();
        var ledger = new Ledger();

        await Until.DoneAsync(callers: 50, () => ledger.CallAsync(database), async () =>
        {
            await Until.TrueAsync(() => ledger.Acknowledged > 500, "500 calls before the kill");
            // On a busy machine all calls may be between two sends, and the client keeps those that it has not sent.
            for (var kills = 0; kills == 0 || (ledger.Failures.Count == 0 && kills < MostKills); kills++)
            {
                server.Process.Kill();
                var before = ledger.Acknowledged;
                server.Process.StartAgain();
                await Until.TrueAsync(() => ledger.Acknowledged > before + 500, "500 calls after the restart");
            }
        });

        await ledger.CheckAsync(database);
        Assert.NotEmpty(ledger.Failures);
        Assert.All(ledger.Failures, failure => Assert.IsNotType<ScriptException>(failure));
    }

    [ServerProcessFact]
    public async Task Row04_A_lost_reply_and_a_cut_connection()
    {
        using var server = new OwnServer();
        var proxy = server.Proxy();
        using var connection = server.Connect(by: proxy.ConnectionString);
        var ledger = new Ledger();

        proxy.Hold();
        var call = ledger.CallAsync(connection.GetDatabase(), CommandFlags.NoScriptCache);
        await Until.TrueAsync(() => server.Database.KeyExistsAsync(ledger.Count), "the server executes the call");
        proxy.Cut();

        var failure = Assert.IsType<RedisConnectionException>(await call.WaitAsync(Until.Limit));
        Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(failure));
        proxy.Pass();
        // The connection is restored: if the client had kept the call, it would have been sent first.
        await connection.GetDatabase().PingAsync();
        Assert.Equal(1, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row05_A_swallowed_reply()
    {
        using var server = new OwnServer();
        var proxy = server.Proxy();
        using var connection = server.Connect("asyncTimeout=500", proxy.ConnectionString);
        var ledger = new Ledger();

        proxy.Swallow();
        var failure = await ledger.CallAsync(connection.GetDatabase(), CommandFlags.NoScriptCache).WaitAsync(Until.Limit);

        Assert.IsType<RedisTimeoutException>(failure);
        Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(failure));
        Assert.Equal(1, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row06_A_script_slower_than_the_client_waits()
    {
        using var server = new OwnServer();
        using var connection = server.Connect("asyncTimeout=250");
        var rounds = await RoundsAsync(server.Database, TimeSpan.FromSeconds(4));
        var ledger = new Ledger(end: $"for i = 1, {rounds} do end return 1");

        var failure = await ledger.CallAsync(connection.GetDatabase(), CommandFlags.NoScriptCache).WaitAsync(Until.Limit);

        Assert.IsType<RedisTimeoutException>(failure);
        Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(failure));
        using var patient = server.Connect("asyncTimeout=30000");
        Assert.Equal(1, await ledger.CheckAsync(patient.GetDatabase()));
    }

    [ServerProcessFact]
    public async Task Row07_A_call_cancelled_before_it_is_sent_and_after()
    {
        using var server = new OwnServer();
        var proxy = server.Proxy();
        using var connection = server.Connect(by: proxy.ConnectionString);
        var ledger = new Ledger();

        var before = await ledger.CallAsync(connection.GetDatabase(), cancellationToken: new CancellationToken(canceled: true));
        Assert.IsAssignableFrom<OperationCanceledException>(before);
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(before!));
        Assert.Equal(0, await ledger.CheckAsync(server.Database));

        using var source = new CancellationTokenSource();
        proxy.Hold();
        var call = ledger.CallAsync(connection.GetDatabase(), CommandFlags.NoScriptCache, source.Token);
        await Until.TrueAsync(() => server.Database.KeyExistsAsync(ledger.Count), "the server executes the call");
        await source.CancelAsync();
        var after = await call.WaitAsync(Until.Limit);
        Assert.IsAssignableFrom<OperationCanceledException>(after);
        Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(after!));
        proxy.Pass();
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
        Assert.Equal(2, await ledger.CheckAsync(server.Database));
    }

    /// <summary>The iterations of a Lua loop in a given time on this machine; a timeout must be reliably shorter.</summary>
    internal static async Task<long> RoundsAsync(IDatabase database, TimeSpan time)
    {
        const int Rounds = 20_000_000;
        var clock = Stopwatch.StartNew();
        await database.ScriptEvaluateAsync($"for i = 1, {Rounds} do end");
        return (long)(Rounds * (time / clock.Elapsed));
    }
}
