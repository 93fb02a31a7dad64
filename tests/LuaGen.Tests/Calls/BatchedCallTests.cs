using LuaGen.Tests.Faults;
using LuaGen.Tests.Support;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace LuaGen.Tests.Calls;

#pragma warning disable CA2012 // Each value task is awaited once, except where a second await is what is tested.

/// <summary>Calls through <c>On(batch)</c>, whose state is kept in objects that later calls use again.</summary>
public sealed class BatchedCallTests
{
    private const int CallsInABatch = 300;

    private readonly ScriptDefinition _echo = Scripts.Define("if ARGV[1] == 'fail' then return redis.error_reply('FAIL on request') end return ARGV[1]");

    [ServerFact]
    public async Task Every_call_gets_its_own_reply_in_batches_at_the_same_time()
    {
        var database = Connections.Database();
        var target = new ScriptTarget(database);
        await EchoAsync(target, "loads");

        var senders = Enumerable.Range(0, 4).Select(sender => Task.Run(async () =>
        {
            for (var round = 0; round < 5; round++)
            {
                var batch = database.CreateBatch();
                var sent = Enumerable.Range(0, CallsInABatch).Select(call => $"{sender} {round} {call}").Select(text => (text, reply: EchoAsync(target.On(batch), text))).ToList();
                batch.Execute();
                foreach (var (text, reply) in sent)
                {
                    Assert.Equal(text, await reply);
                }
            }
        }));

        await Task.WhenAll(senders).WaitAsync(Until.Limit);
    }

    [ServerFact]
    public async Task Failures_belong_to_their_calls()
    {
        var database = Connections.Database();
        var target = new ScriptTarget(database);
        await EchoAsync(target, "loads");
        for (var round = 0; round < 3; round++)
        {
            var batch = database.CreateBatch();
            string[] texts = [.. Enumerable.Range(0, 40).Select(call => call % 3 == 0 ? "fail" : call % 3 == 1 ? "text" : "7")];
            var replies = texts.Select(text => Call(text).SendAsync(target.On(batch), static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None, default).AsTask()).ToList();
            batch.Execute();
            foreach (var (text, reply) in texts.Zip(replies))
            {
                switch (text)
                {
                    case "fail":
                        Assert.Equal("FAIL", (await Assert.ThrowsAsync<ScriptException>(() => reply)).Code);
                        break;
                    case "text":
                        await Assert.ThrowsAsync<ScriptReplyException>(() => reply);
                        break;
                    default:
                        Assert.Equal(7L, await reply);
                        break;
                }
            }
        }
    }

#if !NETSTANDARD_ASSET
    /// <summary>A second await of a value task is a mistake, which must not hand the state of another call to two callers.</summary>
    [ServerFact]
    public async Task A_second_await_throws_and_disturbs_no_other_call()
    {
        var database = Connections.Database();
        var target = new ScriptTarget(database);
        await EchoAsync(target, "loads");
        var first = database.CreateBatch();
        var once = EchoAsync(target.On(first), "once");
        first.Execute();
        Assert.Equal("once", await once);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await once);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await once);

        var second = database.CreateBatch();
        var sent = Enumerable.Range(0, CallsInABatch).Select(call => (Text: $"{call}", Reply: EchoAsync(target.On(second), $"{call}"))).ToList();
        second.Execute();
        foreach (var (text, reply) in sent)
        {
            Assert.Equal(text, await reply);
        }
    }
#endif

    [ServerProcessFact]
    public async Task Calls_whose_script_is_lost_get_their_own_replies_too()
    {
        using var server = new OwnServer();
        var target = new ScriptTarget(server.Database);
        for (var round = 0; round < 3; round++)
        {
            await server.Server.ScriptFlushAsync();
            var batch = server.Database.CreateBatch();
            var sent = Enumerable.Range(0, 50).Select(call => (Text: $"{round} {call}", Reply: EchoAsync(target.On(batch), $"{round} {call}").AsTask())).ToList();
            batch.Execute();
            foreach (var (text, reply) in sent)
            {
                Assert.Equal(text, await reply.WaitAsync(Until.Limit));
            }
        }
    }

    /// <summary>The batch may be of another database number, or not have the key prefix of the database: a resend must not change where a call writes.</summary>
    [ServerProcessFact]
    public async Task A_call_whose_script_is_lost_stays_in_the_database_of_its_batch()
    {
        using var server = new OwnServer();
        var count = Scripts.DefineCold("return redis.call('INCR', KEYS[1])");
        var prefixed = server.Database.WithKeyPrefix("tenant:");
        foreach (var (database, other) in new[] { (server.Connection.GetDatabase(5), server.Database), (server.Database, prefixed) })
        {
            await server.Server.FlushAllDatabasesAsync();
            await server.Server.ScriptFlushAsync();
            var batch = database.CreateBatch();
            var call = new ScriptCall(count, 1, 0);
            call.AddKey("k", "key");
            var sent = call.SendAsync(new ScriptTarget(other).On(batch), static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None, default).AsTask();
            batch.Execute();

            Assert.Equal(1, await sent.WaitAsync(Until.Limit));
            Assert.Equal(1, await database.StringGetAsync("k"));
            Assert.False(await other.KeyExistsAsync("k"));
        }
    }

    private ScriptCall Call(string text)
    {
        var call = new ScriptCall(_echo, 0, 1);
        call.AddArgument(text, nameof(text));
        return call;
    }

    private ValueTask<string> EchoAsync(ScriptTarget target, string text) =>
        Call(text).SendAsync(target, static (ref ScriptReply reply) => reply.ReadString(), CommandFlags.None, default);
}
