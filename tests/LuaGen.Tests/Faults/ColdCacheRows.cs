using StackExchange.Redis;
using Xunit.Abstractions;

namespace LuaGen.Tests.Faults;

/// <summary>Rows 1, 2 and 8 to 12: servers that do not know the script.</summary>
public sealed class ColdCacheRows(ITestOutputHelper output)
{
    [ServerProcessFact]
    public async Task Row01_A_flush_every_5_ms_under_50_callers()
    {
        const int Callers = 50;
        const int Calls = 200;
        using var server = new OwnServer();
        var ledger = new Ledger();
        using var done = new CancellationTokenSource();
        var flushing = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await server.Server.ScriptFlushAsync();
                await Task.Delay(5);
            }
        });

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var call = 0; call < Calls; call++)
            {
                // Some callers block a thread, the others are asynchronous.
                Assert.Null(caller % 10 == 0 ? ledger.Call(server.Database) : await ledger.CallAsync(server.Database));
            }
        })));
        await done.CancelAsync();
        await flushing;

        Assert.Equal(Callers * Calls, await ledger.CheckAsync(server.Database));
        // Every send except the first of each call followed a NOSCRIPT.
        var (bySha1, unknown) = await server.CountAsync("evalsha");
        var (byText, failed) = await server.CountAsync("eval");
        Assert.InRange(unknown, 1, 2 * Callers * Calls);
        Assert.Equal((Callers * Calls) + unknown, bySha1 + byText);
        Assert.Equal(0, failed);
    }

    /// <summary>
    /// Late callers, which handle their NOSCRIPT after the text has arrived, send the text again; most callers are not late.
    /// </summary>
    [ServerProcessFact]
    public async Task Row01_Fifty_cold_callers_do_not_send_fifty_texts()
    {
        const int Callers = 50;
        const int Rounds = 20;
        using var server = new OwnServer();
        for (var round = 0; round < Rounds; round++)
        {
            var ledger = new Ledger();
            Assert.All(await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => ledger.CallAsync(server.Database))), Assert.Null);
            Assert.Equal(Callers, await ledger.CheckAsync(server.Database));
        }

        var (texts, _) = await server.CountAsync("eval");
        Assert.InRange(texts, Rounds, Rounds * Callers / 5);
        output.WriteLine($"{texts} texts in {Rounds} rounds of {Callers} cold callers");
    }

    /// <summary>
    /// Servers from 7.4 on evict scripts beyond 500. The test loads 600 other scripts, which causes eviction there; on older
    /// servers it also flushes, which looks the same to a client.
    /// </summary>
    [ServerProcessFact]
    public async Task Row02_An_evicted_script()
    {
        using var server = new OwnServer();
        var ledger = new Ledger();
        Assert.Null(await ledger.CallAsync(server.Database));
        for (var other = 0; other < 600; other++)
        {
            await server.Database.ExecuteAsync("EVAL", $"return {other}", 0);
        }

        // Valkey reports redis_version 7.2.4, and its own version separately.
        var info = (await server.Server.InfoRawAsync("server"))!;
        var evicts = server.Server.Version >= new Version(7, 4) || info.Contains("valkey_version:", StringComparison.Ordinal);
        Assert.Equal(!evicts, await server.Server.ScriptExistsAsync(ledger.Script.Text));
        if (!evicts)
        {
            await server.Server.ScriptFlushAsync();
        }

        Assert.Null(await ledger.CallAsync(server.Database));

        Assert.Equal(2, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row08_A_call_that_waited_for_the_server_to_come_back()
    {
        using var server = new OwnServer("--appendonly", "yes", "--appendfsync", "always");
        using var connection = server.Connect("asyncTimeout=30000");
        var ledger = new Ledger();
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));

        server.Process.Kill();
        await Until.TrueAsync(() => !connection.IsConnected, "the client notices that the server is gone");
        var waiting = ledger.CallAsync(connection.GetDatabase());
        Assert.False(waiting.IsCompleted);
        server.Process.StartAgain();

        Assert.Null(await waiting.WaitAsync(Until.Limit));
        Assert.Equal(2, await ledger.CheckAsync(connection.GetDatabase()));
        Assert.Equal(1, (await server.CountAsync("evalsha")).Failed);
    }

    [ServerProcessFact]
    public async Task Row09_A_transaction_with_an_unknown_script_is_all_or_none()
    {
        using var server = new OwnServer();
        var ledger = new Ledger();
        var transaction = server.Database.CreateTransaction();
        var before = transaction.StringSetAsync("before", 1);
        var call = ledger.CallAsync(transaction);
        var after = transaction.StringSetAsync("after", 1);

        Assert.True(await transaction.ExecuteAsync());

        Assert.True(await before && await after);
        Assert.Null(await call);
        Assert.Equal(1, await ledger.CheckAsync(server.Database));

        var refused = server.Database.CreateTransaction();
        refused.AddCondition(Condition.KeyNotExists("before"));
        var none = ledger.CallAsync(refused);
        Assert.False(await refused.ExecuteAsync());
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf((await none)!));
        Assert.Equal(1, await ledger.CheckAsync(server.Database));
    }

    /// <summary>If the server refuses to queue a command, the whole transaction fails and none of it is executed.</summary>
    [ServerProcessFact]
    public async Task Row09_A_transaction_with_a_call_that_the_server_will_not_queue()
    {
        using var server = new OwnServer();
        await server.Server.ExecuteAsync("ACL", "SETUSER", "ann", "on", ">secret", "~*", "+@all", "-sadd");
        using var connection = server.Connect("user=ann,password=secret");
        var ledger = new Ledger();
        var transaction = connection.GetDatabase().CreateTransaction();
        var call = ledger.CallAsync(transaction);
        var refused = transaction.SetAddAsync("set", 1);

        await Assert.ThrowsAsync<RedisServerException>(() => transaction.ExecuteAsync());

        await Assert.ThrowsAnyAsync<RedisException>(() => refused);
        var error = Assert.IsType<ScriptException>(await call);
        Assert.Equal(("EXECABORT", ScriptOutcome.NotExecuted), (error.Code, ScriptException.OutcomeOf(error)));
        Assert.Equal(0, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row10_A_batch_of_a_warm_client_on_a_flushed_server()
    {
        using var server = new OwnServer();
        var ledger = new Ledger();
        Assert.Null(await ledger.CallAsync(server.Database));
        await server.Server.ScriptFlushAsync();

        var batch = server.Database.CreateBatch();
        var calls = Enumerable.Range(0, 20).Select(_ => ledger.CallAsync(batch)).ToArray();
        batch.Execute();

        Assert.All(await Task.WhenAll(calls).WaitAsync(Until.Limit), Assert.Null);
        Assert.Equal(21, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row10_The_lean_form_in_a_batch_on_a_flushed_server()
    {
        using var server = new OwnServer();
        var ledger = new Ledger();
        var target = new ScriptTarget(server.Database);
        Assert.Null(await ledger.CallAsync(target));
        await server.Server.ScriptFlushAsync();
        await server.Server.ExecuteAsync("CONFIG", "RESETSTAT");

        var batch = server.Database.CreateBatch();
        var calls = Enumerable.Range(0, 20).Select(_ => ledger.CallAsync(target.On(batch))).ToArray();
        batch.Execute();

        Assert.All(await Task.WhenAll(calls).WaitAsync(Until.Limit), Assert.Null);
        Assert.Equal(21, await ledger.CheckAsync(server.Database));
        var (bySha1, unknown) = await server.CountAsync("evalsha");
        var (byText, _) = await server.CountAsync("eval");
        // A batch is not written at once: its first replies may arrive, and their texts be sent, before its last call.
        Assert.InRange(unknown, 1, 40);
        Assert.Equal(20 + unknown, bySha1 + byText);
    }

    [ServerProcessFact]
    public async Task Row11_Fire_and_forget_on_a_flushed_server()
    {
        using var server = new OwnServer();
        var ledger = new Ledger();
        Assert.Null(await ledger.CallAsync(server.Database));
        await server.Server.ScriptFlushAsync();

        await ledger.CallAsync(server.Database, CommandFlags.FireAndForget);
        ledger.Call(server.Database, CommandFlags.FireAndForget);

        // Sent later on the same connection, so its reply arrives later.
        Assert.Equal(3, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row12_A_script_that_fails_inside_a_transaction_rolls_nothing_back()
    {
        using var server = new OwnServer();
        var ledger = new Ledger(end: "error('boom')");
        var transaction = server.Database.CreateTransaction();
        var before = transaction.StringSetAsync("before", 1);
        var call = ledger.CallAsync(transaction);
        var after = transaction.StringSetAsync("after", 1);

        Assert.True(await transaction.ExecuteAsync());

        Assert.True(await before && await after);
        Assert.Equal(ScriptOutcome.Failed, ScriptException.OutcomeOf(Assert.IsType<ScriptException>(await call)));
        // The script's writes before its error are kept, and so are the commands around it.
        Assert.Equal(1, await ledger.CheckAsync(server.Database));
        Assert.Equal(2, await server.Database.KeyExistsAsync(["before", "after"]));
    }
}
