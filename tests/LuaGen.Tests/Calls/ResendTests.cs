using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Calls;

/// <summary>When a call is sent again, and when it must not be. Each script counts its own executions.</summary>
public sealed class ResendTests
{
    private const string CountLua = "return redis.call('INCR', KEYS[1])";

    [ServerFact]
    public async Task A_known_script_is_sent_as_its_sha1_alone()
    {
        using var log = new CommandLog();
        var (script, key) = (Scripts.DefineCold(CountLua), Connections.NewKey());

        Assert.Equal(1, await CountAsync(script, log.Database, key));
        Assert.Equal(["EVALSHA", "EVAL"], log.Take());

        Assert.Equal(2, await CountAsync(script, log.Database, key));
        Assert.Equal(["EVALSHA"], log.Take());
    }

    [ServerFact]
    public void A_waiting_caller_takes_the_same_road()
    {
        using var log = new CommandLog();
        var (script, key) = (Scripts.DefineCold(CountLua), Connections.NewKey());

        Assert.Equal(1, Count(script, log.Database, key));
        Assert.Equal(["EVALSHA", "EVAL"], log.Take());

        Assert.Equal(2, Count(script, log.Database, key));
        Assert.Equal(["EVALSHA"], log.Take());
    }

    [ServerFact]
    public async Task A_script_flush_is_not_noticed_and_nothing_runs_twice()
    {
        var key = Connections.NewKey();
        var inventory = new InventoryScripts(Connections.Database());
        for (var i = 1; i <= 20; i++)
        {
            Assert.Equal(i, i % 2 == 0 ? await inventory.CountAsync(key, key, by: 1) : inventory.Count(key, key, by: 1));
            await Connections.FlushScriptsAsync();
        }
    }

    [ServerFact]
    public async Task Concurrent_callers_on_a_cold_server_run_once_each()
    {
        var (script, key) = (Scripts.DefineCold(CountLua), Connections.NewKey());
        var calls = Enumerable.Range(0, 50).Select(_ => CountAsync(script, Connections.Database(), key).AsTask());

        var counts = await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(1, 50).Select(count => (long)count), counts.Order());
    }

    [ServerTheory]
    [InlineData("NOSCRIPT mine")]
    [InlineData("NOSCRIPT no matching script")]
    [InlineData("ERR No matching script")]
    public async Task A_scripts_own_error_is_not_a_reason_to_send_the_text(string error)
    {
        using var log = new CommandLog();
        var script = Scripts.DefineCold($"redis.call('INCR', KEYS[1]) return redis.error_reply('{error}')");
        var key = Connections.NewKey();
        await Assert.ThrowsAsync<ScriptException>(async () => await CountAsync(script, log.Database, key));
        log.Take();
        await log.Database.KeyDeleteAsync(key);
        log.Take();

        var exception = await Assert.ThrowsAsync<ScriptException>(async () => await CountAsync(script, log.Database, key));

        Assert.DoesNotContain("EVAL", log.Take());
        Assert.Equal(error.Split(' ')[0], exception.Code);
    }

    [ServerTheory]
    [InlineData("NOSCRIPT mine")]
    [InlineData("MOVED 1 127.0.0.1:1")]
    [InlineData("BUSY mine")]
    [InlineData("MINE alone")]
    public async Task How_often_the_client_itself_runs_a_script_that_returns_a_reserved_code(string error)
    {
        var script = Scripts.Define($"redis.call('INCR', KEYS[1]) return redis.error_reply('{error}')");
        var (database, key) = (Connections.Database(), Connections.NewKey());
        await database.ExecuteAsync("SCRIPT", "LOAD", script.Text);

        await Assert.ThrowsAnyAsync<RedisException>(async () => await CountAsync(script, database, key));

        Assert.Equal($"{error} 1", $"{error} {await database.StringGetAsync(key)}");
    }

    [Theory]
    [InlineData("LOADING Redis is loading the dataset in memory")]
    [InlineData("BUSY Redis is busy running a script.")]
    [InlineData("TRYAGAIN Multiple keys request during rehashing of slot")]
    [InlineData("READONLY You can't write against a read only replica.")]
    [InlineData("NOSCRIPT mine")]
    public async Task Other_errors_are_not_retried(string message)
    {
        var sent = new List<string>();
        var database = FakeDatabase.Create<IDatabase>((command, _) =>
        {
            sent.Add(command);
            return Task.FromException(FakeDatabase.Error(message));
        });
        var script = Scripts.Define("return 1");

        await Assert.ThrowsAsync<ScriptException>(async () => await CountAsync(script, database, "k"));
        Assert.Throws<ScriptException>(() => Count(script, database, "k"));

        Assert.Equal(["EVALSHA", "EVALSHA"], sent);
    }

    [Fact]
    public async Task Lost_connections_and_time_outs_pass_as_they_are_and_are_not_retried()
    {
        var sent = 0;
        var thrown = new Exception[]
        {
            ClientErrors.Disconnected(ConnectionFailureType.SocketClosed, "lost"),
            ClientErrors.TimedOut("late", CommandStatus.Sent),
            new RedisCommandException("refused"),
        };
        foreach (var exception in thrown)
        {
            var database = FakeDatabase.Create<IDatabase>((_, _) =>
            {
                sent++;
                return Task.FromException(exception);
            });
            var script = Scripts.Define("return 1");
            Assert.Same(exception, await Record.ExceptionAsync(async () => await CountAsync(script, database, "k")));
            Assert.Same(exception, Record.Exception(() => Count(script, database, "k")));
        }

        Assert.Equal(2 * thrown.Length, sent);
    }

    [Fact]
    public async Task A_server_that_never_knows_the_script_is_asked_twice()
    {
        var sent = new List<string>();
        var database = FakeDatabase.Create<IDatabase>((command, _) =>
        {
            sent.Add(command);
            return Task.FromException(FakeDatabase.UnknownScript);
        });

        var exception = await Assert.ThrowsAsync<ScriptException>(async () => await CountAsync(Scripts.Define("return 1"), database, "k"));

        Assert.Equal("NOSCRIPT", exception.Code);
        Assert.Equal(["EVALSHA", "EVAL"], sent);
    }

    private static ValueTask<long> CountAsync(ScriptDefinition script, IDatabaseAsync database, RedisKey key) =>
        Prepare(script, key).SendAsync(new ScriptTarget(database), Read, CommandFlags.None, CancellationToken.None);

    private static long Count(ScriptDefinition script, IDatabase database, RedisKey key) =>
        Prepare(script, key).Send(new ScriptTarget(database), Read, CommandFlags.None);

    private static ScriptCall Prepare(ScriptDefinition script, RedisKey key)
    {
        var call = new ScriptCall(script, keyCount: 1, argumentCount: 0);
        call.AddKey(key, nameof(key));
        return call;
    }

    private static long Read(ref ScriptReply reply) => reply.ReadInt64();
}
