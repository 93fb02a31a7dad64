using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>Rows 31 to 34: errors that the script itself raises.</summary>
public sealed class OwnErrorRows
{
    [ServerTheory]
    [InlineData("NOSCRIPT mine")]
    [InlineData("NOSCRIPT no matching script")]
    public async Task Row31_A_scripts_own_NOSCRIPT_after_a_write(string error)
    {
        var (database, ledger) = (Connections.Database(), new Ledger(end: $"return redis.error_reply('{error}')"));
        await Connections.Shared.GetServers().Single().ScriptLoadAsync(ledger.Script.Text);

        foreach (var failure in new[] { await ledger.CallAsync(database), ledger.Call(database) })
        {
            var exception = Assert.IsType<ScriptException>(failure);
            Assert.Equal(("NOSCRIPT", ScriptOutcome.Failed), (exception.Code, ScriptException.OutcomeOf(exception)));
        }

        Assert.Equal(2, await ledger.CheckAsync(database));
    }

    /// <summary>
    /// Documented behavior: a known script that raises exactly the server's error text is treated like the server, and runs
    /// twice. The build reports such a script.
    /// </summary>
    [ServerFact]
    public async Task Row31_A_letter_perfect_forgery_is_executed_twice()
    {
        var (database, ledger) = (Connections.Database(), new Ledger(end: "return redis.error_reply('NOSCRIPT No matching script. Please use EVAL.')"));
        await Connections.Shared.GetServers().Single().ScriptLoadAsync(ledger.Script.Text);

        Assert.IsType<ScriptException>(await ledger.CallAsync(database));

        Assert.Equal(2, await database.StringGetAsync(ledger.Count));
        Assert.Equal(1, await database.SetLengthAsync(ledger.Ids));
    }

    [ServerTheory]
    [InlineData("MOVED 1 127.0.0.1:1")]
    [InlineData("ASK 1 127.0.0.1:1")]
    [InlineData("ASK")]
    [InlineData("BUSY mine")]
    [InlineData("LOADING mine")]
    [InlineData("TRYAGAIN mine")]
    [InlineData("READONLY mine")]
    [InlineData("CLUSTERDOWN mine")]
    [InlineData("MASTERDOWN mine")]
    [InlineData("NOAUTH mine")]
    [InlineData("WRONGPASS mine")]
    [InlineData("NOREPLICAS mine")]
    [InlineData("MISCONF mine")]
    [InlineData("MAXCLIENTS mine")]
    public async Task Row32_A_scripts_own_reserved_code_is_executed_once(string error)
    {
        // A separate connection, because the client reacts to some of these codes itself.
        using var connection = Connections.Connect();
        var ledger = new Ledger(end: $"return redis.error_reply('{error}')");
        foreach (var failure in new[] { await ledger.CallAsync(connection.GetDatabase()), ledger.Call(connection.GetDatabase()) })
        {
            Assert.NotEqual(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(failure!));
        }

        Assert.Equal(2, await ledger.CheckAsync(Connections.Database()));
    }

    /// <summary>
    /// If the client may not send <c>CLUSTER</c>, the origin of the redirect cannot be determined. That the client refused the
    /// query says nothing about the script, which was executed.
    /// </summary>
    [ServerFact]
    public async Task Row32_A_scripts_own_redirect_where_the_client_may_not_ask_for_slots()
    {
        using var connection = Connections.Connect(configure: static options => options.CommandMap = CommandMap.Create(["CLUSTER"], available: false));
        var ledger = new Ledger(end: "return redis.error_reply('MOVED 1 127.0.0.1:1')");
        foreach (var failure in new[] { await ledger.CallAsync(connection.GetDatabase()), ledger.Call(connection.GetDatabase()) })
        {
            Assert.Equal(("MOVED", ScriptOutcome.Unknown), (Assert.IsType<ScriptException>(failure).Code, ScriptException.OutcomeOf(failure!)));
        }

        Assert.Equal(2, await ledger.CheckAsync(Connections.Database()));
    }

    /// <summary>The location is parsed from text that the script controls, and Unicode has digits outside ASCII.</summary>
    [ServerFact]
    public async Task Row32_A_scripts_own_error_with_a_place_in_other_digits()
    {
        var ledger = new Ledger(end: "return redis.error_reply('user_script:٣: boom')");

        var failure = Assert.IsType<ScriptException>(await ledger.CallAsync(Connections.Database()));

        Assert.Equal((null, "ERR"), (failure.Line, failure.Code));
        Assert.Equal(1, await ledger.CheckAsync(Connections.Database()));
    }

    [ServerFact]
    public async Task Row33_An_error_inside_a_returned_array()
    {
        var (database, ledger) = (Connections.Database(), new Ledger(end: "return {1, redis.error_reply('MINE alone')}"));

        foreach (var failure in new[] { await ledger.CallAsync(database), ledger.Call(database) })
        {
#if ERRORS_INSIDE_ARRAYS
            var exception = Assert.IsType<ScriptReplyException>(failure);
            Assert.Equal(ScriptOutcome.Executed, ScriptException.OutcomeOf(exception));
            Assert.Equal("array of 2 (integer, error MINE)", exception.Received);
#else
            Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(Assert.IsType<RedisConnectionException>(failure)));
#endif
        }

        Assert.Equal(2, await ledger.CheckAsync(database));
    }

    [ServerFact]
    public async Task Row34_A_reply_of_an_undeclared_shape()
    {
        var (database, ledger) = (Connections.Database(), new Ledger(end: "return 'text'"));

        foreach (var failure in new[] { await ledger.CallAsync(database), ledger.Call(database) })
        {
            Assert.Equal(ScriptOutcome.Executed, ScriptException.OutcomeOf(Assert.IsType<ScriptReplyException>(failure)));
        }

        Assert.Equal(2, await ledger.CheckAsync(database));
    }
}
