using LuaGen.TestServers;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Checks what the call rules assume about StackExchange.Redis and the server, against both.</summary>
public sealed class ClientFactsTests
{
    /// <summary>Longer than the client's own timeout: a reply that has not arrived by then never arrives.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(3);

    /// <summary>The analyzers detect this by the same type.</summary>
    private static bool HasReadOnlyScripts => typeof(IDatabase).Assembly.GetType("StackExchange.Redis.RespResult") is not null;

    [ServerFact]
    public async Task LUA7001_what_is_not_passed_is_nil_and_fails()
    {
        await using var connection = await ConnectAsync();
        var db = connection.GetDatabase();

        var exception = await Assert.ThrowsAsync<RedisServerException>(() => db.ScriptEvaluateAsync("return redis.call('SET', KEYS[1], ARGV[1])", [NewKey()]));

        Assert.Contains("must be strings or integers", exception.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task LUA7004_a_parameter_without_a_member_throws()
    {
        await using var connection = await ConnectAsync();
        var script = LuaScript.Prepare("""
            -- for user@host and @@example
            return @value
            """);
        var db = connection.GetDatabase();

        Assert.Equal("v", (string?)await db.ScriptEvaluateAsync(script, new { value = "v" }));
        await Assert.ThrowsAsync<ArgumentException>(() => db.ScriptEvaluateAsync(script, new { Value = "v" }));
        await Assert.ThrowsAsync<ArgumentException>(() => script.EvaluateAsync(db, new { value = Guid.Empty }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => script.EvaluateAsync(db));
    }

    [ServerFact]
    public async Task LUA7004_a_word_of_a_comment_is_a_parameter()
    {
        await using var connection = await ConnectAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => connection.GetDatabase().ScriptEvaluateAsync(LuaScript.Prepare("""
            -- @readonly
            return @value
            """), new { value = "v" }));
    }

    [ServerFact]
    public async Task LUA7005_a_string_is_no_key()
    {
        await using var connection = await ConnectAsync();
        var name = NewKey().ToString();
        var prefixed = connection.GetDatabase().WithKeyPrefix("tenant:");
        var script = LuaScript.Prepare("""
            redis.call('SET', @key, 'v')
            return {#KEYS, @key}
            """);

        var asText = (RedisResult[])(await prefixed.ScriptEvaluateAsync(script, new { key = name }))!;
        var asKey = (RedisResult[])(await prefixed.ScriptEvaluateAsync(script, new { key = (RedisKey)name }))!;

        Assert.Equal((0, name), ((int)asText[0], (string?)asText[1]));
        Assert.Equal((1, "tenant:" + name), ((int)asKey[0], (string?)asKey[1]));
    }

    [ServerFact]
    public async Task LUA7006_casts_to_numbers_hide_nil_and_others_do_not()
    {
        await using var connection = await ConnectAsync();
        var reply = await connection.GetDatabase().ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", [NewKey()]);

        Assert.True(reply.IsNull);
        Assert.Equal((0, 0L, 0UL, 0.0, false), ((int)reply, (long)reply, (ulong)reply, (double)reply, (bool)reply));
        Assert.Null((long?)reply);
        Assert.Null((string?)reply);
        Assert.Null((byte[]?)reply);
        Assert.True(((RedisValue)reply).IsNull);
    }

    [ServerFact]
    public async Task LUA7007_a_hash_that_the_server_does_not_know_throws()
    {
        await using var connection = await ConnectAsync();
        var db = connection.GetDatabase();

        var byHash = await Assert.ThrowsAsync<RedisServerException>(() => db.ScriptEvaluateAsync(new byte[20]));
        var byCommand = await Assert.ThrowsAsync<RedisServerException>(() => db.ExecuteAsync("EVALSHA", new string('0', 40), 0));

        Assert.StartsWith("NOSCRIPT", byHash.Message, StringComparison.Ordinal);
        Assert.StartsWith("NOSCRIPT", byCommand.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task LUA7007_a_lost_text_surfaces_from_one_method_of_old_clients()
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
        var db = connection.GetDatabase();
        const string Script = "return 1";
        await db.ScriptEvaluateAsync(Script);

        Assert.Equal(1, (int)await LostAsync(() => db.ScriptEvaluateAsync(Script)));
        Assert.Equal(1, (int)await LostAsync(() => Task.FromResult(db.ScriptEvaluateReadOnly(Script))));
        var transaction = db.CreateTransaction();
        Assert.Equal(1, (int)await LostAsync(async () =>
        {
            var reply = transaction.ScriptEvaluateReadOnlyAsync(Script);
            Assert.True(await transaction.ExecuteAsync());
            return await reply;
        }));
        await db.ScriptEvaluateAsync(Script);
        if (HasReadOnlyScripts)
        {
            Assert.Equal(1, (int)await LostAsync(() => db.ScriptEvaluateReadOnlyAsync(Script)));
        }
        else
        {
            var exception = await Assert.ThrowsAsync<RedisServerException>(() => LostAsync(() => db.ScriptEvaluateReadOnlyAsync(Script)));
            Assert.StartsWith("NOSCRIPT", exception.Message, StringComparison.Ordinal);
        }

        async Task<RedisResult> LostAsync(Func<Task<RedisResult>> run)
        {
            await connection.GetServers()[0].ExecuteAsync("SCRIPT", "FLUSH");
            return await run();
        }
    }

    [ServerFact]
    public async Task LUA4006_old_clients_let_a_read_only_call_write()
    {
        await using var connection = await ConnectAsync();
        var db = connection.GetDatabase();
        var key = NewKey();
        const string Script = "return redis.call('INCR', KEYS[1])";

        var byText = await Record.ExceptionAsync(() => db.ScriptEvaluateReadOnlyAsync(Script, [key]));
        var byHash = Record.Exception(() => db.ScriptEvaluateReadOnly(connection.GetServers()[0].ScriptLoad(Script), [key]));

        Assert.Equal(HasReadOnlyScripts, byText is RedisServerException { Message: var message } && message.Contains("Write commands are not allowed from read-only scripts", StringComparison.Ordinal));
        Assert.Equal(HasReadOnlyScripts, byHash is RedisServerException);
        Assert.Equal(HasReadOnlyScripts ? 0 : 2, (int)await db.StringGetAsync(key));
    }

    [ServerFact]
    public async Task LUA7008_a_text_in_a_batch_never_completes_when_the_server_has_lost_it()
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true,asyncTimeout=1000");
        var db = connection.GetDatabase();
        const string Script = "return 1";
        await db.ScriptEvaluateAsync(Script);
        await connection.GetServers()[0].ExecuteAsync("SCRIPT", "FLUSH");

        var batch = db.CreateBatch();
        var inBatch = batch.ScriptEvaluateAsync(Script);
        var beside = batch.StringSetAsync("k", "v");
        batch.Execute();

        await beside;
        await db.PingAsync();
        Assert.NotSame(inBatch, await Task.WhenAny(inBatch, Task.Delay(Bound)));

        // A transaction sends the script text itself.
        await connection.GetServers()[0].ExecuteAsync("SCRIPT", "FLUSH");
        var transaction = db.CreateTransaction();
        var inTransaction = transaction.ScriptEvaluateAsync(Script);
        Assert.True(await transaction.ExecuteAsync());
        Assert.Equal(1, (int)await inTransaction);
    }

    [ServerFact]
    public async Task LUA1006_a_library_is_no_script()
    {
        await using var connection = await ConnectAsync();

        var exception = await Assert.ThrowsAsync<RedisServerException>(() => connection.GetDatabase().ScriptEvaluateAsync("""
            #!lua name=library
            return 1
            """));

        Assert.Contains("Unknown lua shebang option: name=library", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<ConnectionMultiplexer> ConnectAsync() => await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

    private static RedisKey NewKey() => Guid.NewGuid().ToString("N");
}
