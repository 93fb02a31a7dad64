using LuaGen.Tests.Support;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace LuaGen.Tests.Faults;

/// <summary>Row 9, the form of the calls: a transaction contains the text of a script once, and later calls only its SHA-1.</summary>
public sealed class TransactionRows
{
    [ServerProcessFact]
    public async Task Row09_The_text_goes_once_and_the_hash_after_it()
    {
        using var server = new OwnServer();
        var ledger = new Ledger();
        var transaction = server.Database.CreateTransaction();
        // Each call has a target of its own, as code that creates an instance of the scripts for each call does.
        var calls = Enumerable.Range(0, 20).Select(_ => ledger.CallAsync(transaction)).ToArray();
        var beside = transaction.StringSetAsync("beside", 1);

        Assert.True(await transaction.ExecuteAsync());

        Assert.All(await Task.WhenAll(calls).WaitAsync(Until.Limit), Assert.Null);
        Assert.True(await beside);
        Assert.Equal(20, await ledger.CheckAsync(server.Database));
        await AssertSentAsync(server, texts: 1, hashes: 19);
    }

    [ServerProcessFact]
    public async Task Row09_Each_script_of_a_transaction_has_its_own_text()
    {
        using var server = new OwnServer();
        var ledgers = Enumerable.Range(0, 5).Select(_ => new Ledger()).ToArray();
        var transaction = server.Database.CreateTransaction();
        var calls = Enumerable.Range(0, 3).SelectMany(_ => ledgers.Select(ledger => ledger.CallAsync(transaction))).ToArray();

        Assert.True(await transaction.ExecuteAsync());

        Assert.All(await Task.WhenAll(calls).WaitAsync(Until.Limit), Assert.Null);
        Assert.All(ledgers, ledger => Assert.Equal(3, ledger.Acknowledged));
        await AssertSentAsync(server, texts: 5, hashes: 10);
    }

    [ServerProcessFact]
    public async Task Row09_A_read_only_script_with_and_without_a_key_prefix()
    {
        using var server = new OwnServer();
        var script = Scripts.Define("return redis.call('GET', KEYS[1])", "string?", isReadOnly: true);
        await server.Database.StringSetAsync([new("tenant:k", "theirs"), new("k", "ours")]);
        foreach (var (database, value) in new[] { (server.Database, "ours"), (server.Database.WithKeyPrefix("tenant:"), "theirs") })
        {
            await server.Server.ScriptFlushAsync();
            var transaction = database.CreateTransaction();
            var calls = Enumerable.Range(0, 3).Select(_ => GetAsync(script, transaction)).ToArray();

            Assert.True(await transaction.ExecuteAsync());

            Assert.All(await Task.WhenAll(calls).WaitAsync(Until.Limit), reply => Assert.Equal(value, reply));
        }

        Assert.Equal((2, 0), await server.CountAsync("eval_ro"));
        Assert.Equal((4, 0), await server.CountAsync("evalsha_ro"));
    }

    /// <summary>The client lets a transaction be executed again with further commands; that is a second EXEC.</summary>
    [ServerProcessFact]
    public async Task Row09_A_transaction_that_is_executed_again_after_a_flush()
    {
        using var server = new OwnServer();
        var ledger = new Ledger();
        var transaction = server.Database.CreateTransaction();
        for (var round = 0; round < 3; round++)
        {
            var calls = Enumerable.Range(0, 2).Select(_ => ledger.CallAsync(transaction)).ToArray();
            Assert.True(await transaction.ExecuteAsync());
            Assert.All(await Task.WhenAll(calls).WaitAsync(Until.Limit), Assert.Null);
            await server.Server.ScriptFlushAsync();
        }

        Assert.Equal(6, await ledger.CheckAsync(server.Database));
        await AssertSentAsync(server, texts: 3, hashes: 3);
    }

    [ServerProcessFact]
    public async Task Row09_A_transaction_that_is_executed_again_after_a_condition_failed()
    {
        using var server = new OwnServer();
        var ledger = new Ledger();
        var transaction = server.Database.CreateTransaction();
        transaction.AddCondition(Condition.KeyExists("missing"));
        var first = ledger.CallAsync(transaction);
        Assert.False(await transaction.ExecuteAsync());
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf((await first.WaitAsync(Until.Limit))!));
        Assert.Equal((0, 0), await server.CountAsync("eval"));

        await server.Database.StringSetAsync("missing", 1);
        var calls = Enumerable.Range(0, 2).Select(_ => ledger.CallAsync(transaction)).ToArray();
        Assert.True(await transaction.ExecuteAsync());

        Assert.All(await Task.WhenAll(calls).WaitAsync(Until.Limit), Assert.Null);
        Assert.Equal(2, await ledger.CheckAsync(server.Database));
        await AssertSentAsync(server, texts: 1, hashes: 1);
    }

    /// <summary>
    /// Documented behavior: a client that cannot send a transaction drops its commands and does not complete them, so that
    /// the text of a script seems to be still in the transaction. What is added to it later is not executed.
    /// </summary>
    [ServerProcessFact]
    public async Task Row09_A_transaction_that_is_executed_again_after_the_client_could_not_send_it()
    {
        using var server = new OwnServer();
        using var impatient = server.Connect(configure: static options => options.BacklogPolicy = BacklogPolicy.FailFast);
        var ledger = new Ledger();
        var transaction = impatient.GetDatabase().CreateTransaction();
        server.Process.Kill();
        await Until.TrueAsync(() => !impatient.IsConnected, "the client notices that the server is gone");
        var first = ledger.CallAsync(transaction);
        await Assert.ThrowsAnyAsync<Exception>(() => transaction.ExecuteAsync());
        server.Process.StartAgain();
        await Until.TrueAsync(() => impatient.IsConnected, "the client is connected again");

        var second = ledger.CallAsync(transaction);
        Assert.True(await transaction.ExecuteAsync());

        var failure = Assert.IsType<ScriptException>(await second.WaitAsync(Until.Limit));
        Assert.Equal(("NOSCRIPT", ScriptOutcome.NotExecuted), (failure.Code, ScriptException.OutcomeOf(failure)));
        Assert.False(await server.Database.KeyExistsAsync(ledger.Count));
        Assert.False(first.IsCompleted);
    }

    /// <summary>The hash is used only once the text is in the transaction, so a concurrent caller may add the text again.</summary>
    [ServerProcessFact]
    public async Task Row09_Concurrent_callers_never_add_the_hash_before_the_text()
    {
        using var server = new OwnServer();
        for (var round = 0; round < 20; round++)
        {
            var ledger = new Ledger();
            var transaction = server.Database.CreateTransaction();
            using var start = new Barrier(8);
            var callers = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return Enumerable.Range(0, 10).Select(_ => ledger.CallAsync(transaction)).ToArray();
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
            var calls = (await Task.WhenAll(callers)).SelectMany(calls => calls).ToArray();

            Assert.True(await transaction.ExecuteAsync());

            Assert.All(await Task.WhenAll(calls).WaitAsync(Until.Limit), Assert.Null);
            Assert.Equal(80, await ledger.CheckAsync(server.Database));
        }

        Assert.Equal(0, (await server.CountAsync("evalsha")).Failed);
    }

    /// <summary>The client does not show when a fire-and-forget call was executed, so it does not stand for a text.</summary>
    [ServerProcessFact]
    public async Task Row09_Fire_and_forget_and_no_script_cache_add_the_text()
    {
        using var server = new OwnServer();
        var ledger = new Ledger();
        var transaction = server.Database.CreateTransaction();
        var forgotten = ledger.CallAsync(transaction, CommandFlags.FireAndForget);
        var text = ledger.CallAsync(transaction);
        var uncached = ledger.CallAsync(transaction, CommandFlags.NoScriptCache);
        var hash = ledger.CallAsync(transaction, CommandFlags.FireAndForget);

        Assert.True(await transaction.ExecuteAsync());

        Assert.All(await Task.WhenAll(forgotten, text, uncached, hash).WaitAsync(Until.Limit), Assert.Null);
        Assert.Equal(4, await ledger.CheckAsync(server.Database));
        await AssertSentAsync(server, texts: 3, hashes: 1);
    }

    /// <summary>From Redis 7.4 and Valkey 8 on, a server keeps the last 500 scripts of EVAL, even within one EXEC.</summary>
    [ServerProcessFact]
    public async Task Row09_A_text_is_repeated_after_many_others()
    {
        const int Others = 600;
        using var server = new OwnServer();
        var ledger = new Ledger();
        var transaction = server.Database.CreateTransaction();
        var calls = new List<Task<Exception?>> { ledger.CallAsync(transaction) };
        calls.AddRange(Enumerable.Range(0, Others).Select(_ => new Ledger().CallAsync(transaction)));
        calls.Add(ledger.CallAsync(transaction));

        Assert.True(await transaction.ExecuteAsync());

        Assert.All(await Task.WhenAll(calls).WaitAsync(Until.Limit), Assert.Null);
        Assert.Equal(2, await ledger.CheckAsync(server.Database));
        await AssertSentAsync(server, texts: Others + 2, hashes: 0);
    }

    private static async Task<string?> GetAsync(ScriptDefinition script, IDatabaseAsync database)
    {
        var call = new ScriptCall(script, keyCount: 1, argumentCount: 0);
        call.AddKey("k", "key");
        return await call.SendAsync(new ScriptTarget(database), static (ref ScriptReply reply) => reply.ReadNullableString(), CommandFlags.None, default);
    }

    private static async Task AssertSentAsync(OwnServer server, long texts, long hashes)
    {
        Assert.Equal((texts, 0), await server.CountAsync("eval"));
        Assert.Equal((hashes, 0), await server.CountAsync("evalsha"));
    }
}
