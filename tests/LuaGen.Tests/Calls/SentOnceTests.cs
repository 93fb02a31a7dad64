using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Calls;

/// <summary>
/// A call whose reply does not arrive before the next send uses EVAL, so that no call is lost when the server has lost the
/// script; in a transaction, the first call of a script does. Each test first flushes the server's scripts and then counts executions.
/// </summary>
public sealed class SentOnceTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [ServerFact]
    public async Task A_batch()
    {
        using var log = new CommandLog();
        var key = Connections.NewKey();
        await WarmAndFlushAsync(log, key);
        var batch = log.Database.CreateBatch();
        var inventory = new InventoryScripts(batch);
        var calls = Enumerable.Range(0, 10).Select(_ => inventory.CountAsync(key, key, by: 1).AsTask()).ToArray();
        batch.Execute();

        var counts = await Task.WhenAll(calls).WaitAsync(Limit);

        Assert.Equal(Enumerable.Range(1, 10).Select(count => (long)count), counts);
#if CLIENT_3_4
        // The profiler of older clients does not see the commands of a batch.
        Assert.Equal(Enumerable.Repeat("EVAL", 10), log.Take());
#endif
    }

    [ServerFact]
    public async Task A_transaction()
    {
        using var log = new CommandLog();
        var (key, other) = (Connections.NewKey(), Connections.NewKey());
        await WarmAndFlushAsync(log, key);
        var transaction = log.Database.CreateTransaction();
        var first = new InventoryScripts(transaction).CountAsync(key, key, by: 1);
        var second = transaction.StringSetAsync(other, "committed");
        var third = new InventoryScripts(transaction).CountAsync(key, key, by: 1);

        Assert.True(await transaction.ExecuteAsync());

        Assert.Equal(1, await first.AsTask().WaitAsync(Limit));
        Assert.True(await second);
        Assert.Equal(2, await third.AsTask().WaitAsync(Limit));
    }

    [ServerFact]
    public async Task A_transaction_that_is_not_executed_cancels_its_calls()
    {
        var key = Connections.NewKey();
        var transaction = Connections.Database().CreateTransaction();
        transaction.AddCondition(Condition.KeyExists(key));
        var call = new InventoryScripts(transaction).CountAsync(key, key, by: 1);

        Assert.False(await transaction.ExecuteAsync());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.AsTask().WaitAsync(Limit));
        Assert.False(await Connections.Database().KeyExistsAsync(key));
    }

    [ServerFact]
    public async Task Fire_and_forget()
    {
        using var log = new CommandLog();
        var key = Connections.NewKey();
        await WarmAndFlushAsync(log, key);
        var inventory = new InventoryScripts(log.Database);

        Assert.Equal(0, await inventory.CountAsync(key, key, by: 1, flags: CommandFlags.FireAndForget));
        Assert.Equal(0, inventory.Count(key, key, by: 1, flags: CommandFlags.FireAndForget));
        await inventory.ResetAsync(Connections.NewKey(), 1, CommandFlags.FireAndForget);
        inventory.Reset(Connections.NewKey(), 1, CommandFlags.FireAndForget);

        // Sent later on the same connection, so its reply arrives later.
        Assert.Equal(2, await log.Database.StringGetAsync(key));
        Assert.Equal(["EVAL", "EVAL", "EVAL", "EVAL", "GET"], log.Take());
    }

    /// <summary>Whether the server's error arrives before the call returns is a matter of chance, so it never reaches the caller.</summary>
    [Fact]
    public async Task Fire_and_forget_with_an_error_of_the_server_that_is_already_there()
    {
        var inventory = new InventoryScripts(FakeDatabase.Create<IDatabase>((_, _) => Task.FromException(FakeDatabase.Error("ERR boom"))));

        Assert.Equal(0, await inventory.CountAsync("k", "k", by: 1, flags: CommandFlags.FireAndForget));
        Assert.Equal(0, inventory.Count("k", "k", by: 1, flags: CommandFlags.FireAndForget));
    }

    [Fact]
    public async Task Fire_and_forget_that_the_client_refuses()
    {
        var refusal = new RedisCommandException("refused");
        var inventory = new InventoryScripts(FakeDatabase.Create<IDatabase>((_, _) => throw refusal));

        Assert.Same(refusal, await Record.ExceptionAsync(async () => await inventory.CountAsync("k", "k", by: 1, flags: CommandFlags.FireAndForget)));
        Assert.Same(refusal, Record.Exception(() => inventory.Count("k", "k", by: 1, flags: CommandFlags.FireAndForget)));
    }

    [ServerFact]
    public async Task No_script_cache()
    {
        using var log = new CommandLog();
        var key = Connections.NewKey();
        await WarmAndFlushAsync(log, key);
        var inventory = new InventoryScripts(log.Database);

        Assert.Equal(1, await inventory.CountAsync(key, key, by: 1, flags: CommandFlags.NoScriptCache));
        Assert.Equal(2, inventory.Count(key, key, by: 1, flags: CommandFlags.NoScriptCache));

        Assert.Equal(["EVAL", "EVAL"], log.Take());
    }

    [ServerFact]
    public async Task A_key_prefixed_batch_and_transaction_are_recognized_as_such()
    {
        using var log = new CommandLog();
        var key = Connections.NewKey();
        await WarmAndFlushAsync(log, key);
        var prefixed = StackExchange.Redis.KeyspaceIsolation.DatabaseExtensions.WithKeyPrefix(log.Database, "tenant:");
        var batch = prefixed.CreateBatch();
        var inBatch = new InventoryScripts(batch).CountAsync(key, key, by: 1);
        batch.Execute();
        Assert.Equal(1, await inBatch.AsTask().WaitAsync(Limit));

        var transaction = prefixed.CreateTransaction();
        var inTransaction = new InventoryScripts(transaction).CountAsync(key, key, by: 1);
        Assert.True(await transaction.ExecuteAsync());
        Assert.Equal(2, await inTransaction.AsTask().WaitAsync(Limit));

        Assert.DoesNotContain("EVALSHA", log.Take());
    }

    [ServerFact]
    public void A_batch_cannot_be_waited_for()
    {
        var database = Connections.Database();
        foreach (var target in new IDatabaseAsync[] { database.CreateBatch(), database.CreateTransaction() })
        {
            var exception = Assert.ThrowsAny<InvalidOperationException>(() => new InventoryScripts(target).Count("k", "k", by: 1));
            Assert.Contains("CountAsync", exception.Message, StringComparison.Ordinal);
            Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(exception));
        }
    }

    [Fact]
    public async Task What_is_no_database_is_sent_to_once_and_not_waited_for()
    {
        var sent = new List<string>();
        var target = FakeDatabase.Create<IDatabaseAsync>((command, _) =>
        {
            sent.Add(command);
            return Task.FromException(FakeDatabase.UnknownScript);
        });
        var inventory = new InventoryScripts(target);

        await Assert.ThrowsAsync<ScriptException>(async () => await inventory.CountAsync("k", "k", by: 1));
        Assert.ThrowsAny<InvalidOperationException>(() => inventory.Count("k", "k", by: 1));

        Assert.Equal(["EVAL"], sent);
    }

    private static async Task WarmAndFlushAsync(CommandLog log, RedisKey key)
    {
        await new InventoryScripts(log.Database).CountAsync(key, key, by: 1);
        await log.Database.KeyDeleteAsync(key);
        await Connections.FlushScriptsAsync();
        log.Take();
    }
}
