using System.Globalization;
using EmbeddedServer;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>Rows 39 and 43 to 46: functions on a server that does not have them or refuses to run them.</summary>
public sealed class FunctionRows
{
    [ServerProcessFact]
    public async Task Row39_A_function_that_the_server_does_not_have()
    {
        using var server = new OwnServer();
        var ledger = Ledger.OfFunction();

        foreach (var failure in new[] { await ledger.CallAsync(server.Database), ledger.Call(server.Database) })
        {
            var error = Assert.IsType<ScriptException>(failure);
            Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(error));
            Assert.Contains($"has no function '{ledger.Function!.Name}'. Load library '{ledger.Function.Library.Name}'", error.Message, StringComparison.Ordinal);
            Assert.Equal(ledger.Function.FilePath, error.FilePath);
        }

        // The calls did not load it.
        Assert.Equal(0, (await server.Server.ExecuteAsync("FUNCTION", "LIST")).Length);
        await LoadAsync(ledger, server.Connection);
        Assert.Null(await ledger.CallAsync(server.Database));
        Assert.Null(ledger.Call(server.Database));
        Assert.Equal(2, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row39_Functions_that_are_flushed_under_50_callers()
    {
        using var server = new OwnServer();
        var ledger = Ledger.OfFunction();
        var flushes = 0;

        await Until.DoneAsync(callers: 50, () => ledger.CallAsync(server.Database), () => Until.TrueAsync(
            async () =>
            {
                await LoadAsync(ledger, server.Connection);
                var before = ledger.Acknowledged;
                await Until.TrueAsync(() => ledger.Acknowledged > before, "calls after the load");
                await server.Server.ExecuteAsync("FUNCTION", "FLUSH");
                var failed = ledger.Failures.Count;
                await Until.TrueAsync(() => ledger.Failures.Count > failed, "calls after the flush");
                return ++flushes == 20;
            },
            "20 flushes"));

        Assert.All(ledger.Failures, failure => Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(failure)));
        Assert.Equal(ledger.Acknowledged, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row43_A_replica_runs_what_does_not_write_and_refuses_a_library()
    {
        using var primary = new OwnServer("--repl-diskless-sync-delay", "0");
        using var replica = new OwnServer("--replicaof", "127.0.0.1", $"{primary.Process.Port}");
        var function = Libraries.DefineFunction("return redis.call('GET', keys[1])", "'no-writes'");
        await primary.Database.StringSetAsync("key", "value");
        Assert.All(await function.Library.LoadAsync(primary.Connection), result => Assert.Null(result.Error));
        await Until.TrueAsync(async () => (await replica.Server.ExecuteAsync("FUNCTION", "LIST")).Length == 1, "the library is replicated");
        await Until.TrueAsync(async () => await replica.Database.KeyExistsAsync("key", CommandFlags.DemandReplica), "the key is replicated");
        using var connection = replica.Connect();

        var call = new ScriptCall(function, keyCount: 1, argumentCount: 0);
        call.AddKey("key", "key");
        Assert.Equal("value", await call.SendAsync(
            new ScriptTarget(connection.GetDatabase()), static (ref ScriptReply reply) => reply.ReadString(), CommandFlags.DemandReplica, default));

        var refused = Assert.Single(await Libraries.Define("redis.register_function('other', function() end)").LoadAsync(connection));
        Assert.Equal(replica.Process.Port, ((System.Net.IPEndPoint)refused.Node).Port);
        AssertRefused(refused, "READONLY", "The node is a replica: load the library on its primary");
    }

    [ServerProcessFact]
    public async Task Row43_A_server_without_memory_or_without_replicas_does_not_take_a_library()
    {
        using var server = new OwnServer();
        var library = Libraries.DefineFunction("return 1").Library;

        await server.Server.ConfigSetAsync("maxmemory", "1");
        AssertRefused(Assert.Single(await library.LoadAsync(server.Connection)), "OOM", "has reached its maxmemory limit");
        await server.Server.ConfigSetAsync("maxmemory", "0");
        await server.Server.ConfigSetAsync("min-replicas-to-write", "1");
        AssertRefused(Assert.Single(await library.LoadAsync(server.Connection)), "NOREPLICAS", "fewer replicas than min-replicas-to-write requires");
        await server.Server.ConfigSetAsync("min-replicas-to-write", "0");

        Assert.True(Assert.Single(await library.LoadAsync(server.Connection)).IsLoaded);
    }

    [ServerProcessFact]
    public async Task Row44_A_function_in_a_batch_a_transaction_and_without_a_reply()
    {
        using var server = new OwnServer();
        var ledger = Ledger.OfFunction();

        // Without the library: the calls surface, and the other commands of the transaction commit.
        var (batched, added, committed) = await SendAsync();
        Assert.Equal([ScriptOutcome.NotExecuted, ScriptOutcome.NotExecuted], new[] { batched, added }.Select(failure => ScriptException.OutcomeOf(failure!)));
        Assert.True(committed);
        Assert.Equal(1, await server.Database.StringGetAsync("other"));
        Assert.Equal(0, await ledger.CheckAsync(server.Database));

        await LoadAsync(ledger, server.Connection);
        Assert.Equal((null, null, true), await SendAsync());
        Assert.Equal(2, await ledger.CheckAsync(server.Database));
        await ledger.CallAsync(server.Database, CommandFlags.FireAndForget);
        await Until.TrueAsync(async () => await server.Database.StringGetAsync(ledger.Count) == 3, "the call is executed");

        async Task<(Exception? Batched, Exception? Added, bool Committed)> SendAsync()
        {
            var batch = server.Database.CreateBatch();
            var inBatch = ledger.CallAsync(new ScriptTarget(server.Database).On(batch));
            batch.Execute();
            var transaction = server.Database.CreateTransaction();
            var inTransaction = ledger.CallAsync(transaction);
            _ = transaction.StringIncrementAsync("other");
            var isCommitted = await transaction.ExecuteAsync();
            return (await inBatch.WaitAsync(Until.Limit), await inTransaction.WaitAsync(Until.Limit), isCommitted);
        }
    }

    [ServerProcessFact]
    public async Task Row45_A_user_who_may_call_functions_but_not_load_them()
    {
        using var server = new OwnServer();
        var ledger = Ledger.OfFunction();
        var connection = ConnectAs(server, "+@all", "-function");

        AssertRefused(
            Assert.Single(await ledger.Function!.Library.LoadAsync(connection)), "NOPERM", "Grant this user +function|load and +function|list");
        await LoadAsync(ledger, server.Connection);
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
        Assert.Equal(1, await ledger.CheckAsync(server.Database));

        var failure = await ledger.CallAsync(ConnectAs(server, "+@all", "-fcall").GetDatabase());
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(Assert.IsType<ScriptException>(failure)));
        Assert.Equal(1, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row45_A_functions_own_error_that_reads_like_the_servers()
    {
        using var server = new OwnServer();
        foreach (var end in new[] { "error('ERR Function not found')", "error({err='ERR Function not found'})", "return redis.error_reply('ERR Function not found: x')" })
        {
            var ledger = Ledger.OfFunction(end: end);
            await LoadAsync(ledger, server.Connection);

            var error = Assert.IsType<ScriptException>(await ledger.CallAsync(server.Database));

            Assert.Equal(ScriptOutcome.Failed, ScriptException.OutcomeOf(error));
            Assert.Equal(1, await ledger.CheckAsync(server.Database));
        }

        // FCALL alone has this reply; a script that returns it has run.
        var script = new Ledger(end: "return redis.error_reply('ERR Function not found')");
        Assert.Equal(ScriptOutcome.Failed, ScriptException.OutcomeOf((await script.CallAsync(server.Database))!));
        Assert.Equal(1, await script.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row46_A_server_without_functions()
    {
        using var server = new OwnServer("--rename-command", "FCALL", "", "--rename-command", "FUNCTION", "");
        var ledger = Ledger.OfFunction();

        foreach (var failure in new[] { await ledger.CallAsync(server.Database), ledger.Call(server.Database) })
        {
            var error = Assert.IsType<ScriptException>(failure);
            Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(error));
            Assert.Contains($"was not executed: {server.Process.ConnectionString} (as Redis ", error.Message, StringComparison.Ordinal);
            Assert.Contains("does not support function libraries", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain((string)ledger.Count!, error.ToString(), StringComparison.Ordinal);
        }

        var result = Assert.Single(await ledger.Function!.Library.LoadAsync(server.Connection));
        AssertRefused(result, "ERR", "The server does not support function libraries");
        Assert.DoesNotContain("INCR", result.Error!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await ledger.CheckAsync(server.Database));
    }

    [Fact]
    public async Task Row46_Garnet()
    {
        using var server = GarnetInstance.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{server.Port},allowAdmin=true");
        var ledger = Ledger.OfFunction();

        var error = Assert.IsType<ScriptException>(await ledger.CallAsync(connection.GetDatabase()));
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(error));
        Assert.Contains($"was not executed: 127.0.0.1:{server.Port} (", error.Message, StringComparison.Ordinal);
        Assert.Contains("does not support function libraries", error.Message, StringComparison.Ordinal);
        AssertRefused(Assert.Single(await ledger.Function!.Library.LoadAsync(connection)), "ERR", "The server does not support function libraries");
    }

    private static void AssertRefused(LibraryLoadResult result, string code, string remedy)
    {
        var error = Assert.IsType<ScriptException>(result.Error);
        Assert.False(result.IsLoaded);
        Assert.Equal((code, ScriptOutcome.NotExecuted), (error.Code, ScriptException.OutcomeOf(error)));
        Assert.Contains(EndPointCollection.ToString(result.Node), error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    private static async Task LoadAsync(Ledger ledger, IConnectionMultiplexer connection) =>
        Assert.All(await ledger.Function!.Library.LoadAsync(connection), result => Assert.Null(result.Error));

    private static ConnectionMultiplexer ConnectAs(OwnServer server, params string[] rules)
    {
        var user = string.Create(CultureInfo.InvariantCulture, $"user{Guid.NewGuid():N}");
        server.Server.Execute("ACL", ["SETUSER", user, "on", ">secret", "~*", "&*", .. rules]);
        return server.Connect($"user={user},password=secret");
    }
}
