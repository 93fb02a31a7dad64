using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Errors;

/// <summary>The exceptions that callers get for error replies of the test server.</summary>
public sealed class ScriptExceptionTests
{
    /// <summary>A fake of a generated interface throws what the server would cause.</summary>
    [ServerFact]
    public async Task A_test_can_make_the_exception_of_a_returned_error()
    {
        var expected = await FailAsync("return redis.error_reply('CART_FULL two products are in it')");
        var made = ScriptException.Create(Scripts.Define("return 1"), "CART_FULL", "two products are in it");

        Assert.Equal((expected.Message, expected.Code, expected.Line, expected.ScriptName, expected.FilePath), (made.Message, made.Code, made.Line, made.ScriptName, made.FilePath));
        Assert.Equal(ScriptException.OutcomeOf(expected), ScriptException.OutcomeOf(made));
        Assert.Equal(expected.InnerException!.Message, Assert.IsType<RedisServerException>(made.InnerException).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cart")]
    [InlineData("CART FULL")]
    [InlineData("CART-FULL")]
    public void A_code_that_no_error_can_have_is_refused(string code) =>
        Assert.Throws<ArgumentException>(nameof(code), () => ScriptException.Create(Scripts.Define("return 1"), code, "text"));

    [ServerFact]
    public async Task A_failing_command_keeps_its_code_and_gets_a_place()
    {
        var exception = await FailAsync("local a = 1\nredis.call('SET', KEYS[1], a)\nreturn redis.call('LPUSH', KEYS[1], a)");
        Assert.Equal("Probe", exception.ScriptName);
        Assert.Equal("Scripts/Probe.lua", exception.FilePath);
        Assert.Equal("WRONGTYPE", exception.Code);
        Assert.Equal(3, exception.Line);
        Assert.Equal(
            "Probe failed at Scripts/Probe.lua:3: WRONGTYPE Operation against a key holding the wrong kind of value",
            exception.Message);
        Assert.StartsWith("WRONGTYPE", Assert.IsType<RedisServerException>(exception.InnerException).Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_raised_error_is_at_its_line()
    {
        var exception = await FailAsync("\nerror('boom')");
        Assert.Equal(("ERR", 2), (exception.Code, exception.Line));
        Assert.Equal("Probe failed at Scripts/Probe.lua:2: ERR boom", exception.Message);
    }

    [ServerFact]
    public async Task A_raised_error_of_the_callers_level_is_at_the_callers_line()
    {
        var exception = await FailAsync("local function check()\n  error('boom', 2)\nend\ncheck()");
        Assert.Equal(4, exception.Line);
    }

    [ServerFact]
    public async Task A_returned_error_has_a_code_and_no_line()
    {
        var exception = await FailAsync("return redis.error_reply('NO_SUCH_PRODUCT it is gone')");
        Assert.Equal(("NO_SUCH_PRODUCT", null), (exception.Code, exception.Line));
        Assert.Equal("Probe failed at Scripts/Probe.lua: NO_SUCH_PRODUCT it is gone", exception.Message);
    }

    [ServerFact]
    public async Task A_script_that_does_not_compile_is_at_its_line()
    {
        var exception = await FailAsync("local a\nlocal = 1");
        Assert.Equal(("ERR", 2), (exception.Code, exception.Line));
    }

    [ServerFact]
    public async Task A_waiting_caller_a_batch_and_a_transaction_hear_the_same()
    {
        var script = Scripts.Define("error('boom')");
        var database = Connections.Database();
        var expected = "Probe failed at Scripts/Probe.lua:1: ERR boom";
        Assert.Equal(expected, Assert.Throws<ScriptException>(() =>
            new ScriptCall(script, 0, 0).Send(new ScriptTarget(database), static (ref ScriptReply reply) => reply.ReadNothing(), CommandFlags.None)).Message);

        var batch = database.CreateBatch();
        var inBatch = SendAsync(script, batch);
        batch.Execute();
        Assert.Equal(expected, (await Assert.ThrowsAsync<ScriptException>(() => inBatch)).Message);

        var transaction = database.CreateTransaction();
        var inTransaction = SendAsync(script, transaction);
        Assert.True(await transaction.ExecuteAsync());
        Assert.Equal(expected, (await Assert.ThrowsAsync<ScriptException>(() => inTransaction)).Message);
    }

    [ServerFact]
    public async Task An_unreadable_reply_says_that_the_script_was_executed_and_what_it_wrote_stays()
    {
        var (database, key) = (Connections.Database(), Connections.NewKey());
        var call = new ScriptCall(Scripts.Define("redis.call('INCR', KEYS[1]) return {1, 'secret', false, 2.5}", "(left: long)"), 1, 0);
        call.AddKey(key, "key");

        var exception = await Assert.ThrowsAsync<ScriptReplyException>(async () =>
            await call.SendAsync(new ScriptTarget(database), static (ref ScriptReply reply) => reply.ReadRecord(1, 1), CommandFlags.None, default));

        Assert.Equal(
            "Probe was executed, but its reply cannot be read: expected an array of 1, found array of 4. "
                + "Scripts/Probe.lua declares (left: long) and returned array of 4 (integer, string of 6 bytes, nil, integer).",
            exception.Message);
        Assert.Equal(1, await database.StringGetAsync(key));
    }

    private static Task<ScriptException> FailAsync(string lua) =>
        Assert.ThrowsAsync<ScriptException>(() => SendAsync(Scripts.Define(lua), Connections.Database()));

    private static Task SendAsync(ScriptDefinition script, IDatabaseAsync database)
    {
        var call = new ScriptCall(script, keyCount: 1, argumentCount: 0);
        call.AddKey(Connections.NewKey(), "key");
        return call.SendAsync(new ScriptTarget(database), static (ref ScriptReply reply) => reply.ReadNothing(), CommandFlags.None, CancellationToken.None).AsTask();
    }
}
