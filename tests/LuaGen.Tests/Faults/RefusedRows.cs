using System.Globalization;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>Rows 24 to 30: a server that refuses to run the script.</summary>
public sealed class RefusedRows
{
    [ServerProcessFact]
    public async Task Row24_A_server_that_is_busy_with_another_script()
    {
        using var server = new OwnServer("--busy-reply-threshold", "10");
        using var other = server.Connect();
        var ledger = new Ledger();
        await server.Server.ScriptLoadAsync(ledger.Script.Text);
        var endless = other.GetDatabase().ExecuteAsync("EVAL", "while true do end", 0);

        foreach (var failure in new[] { await BusyAsync(server, ledger), ledger.Call(server.Database) })
        {
            var error = Assert.IsType<ScriptException>(failure);
            Assert.Equal(("BUSY", ScriptOutcome.NotExecuted), (error.Code, ScriptException.OutcomeOf(error)));
        }

        await server.Server.ExecuteAsync("SCRIPT", "KILL");
        await Assert.ThrowsAsync<RedisServerException>(() => endless);
        await ledger.CheckAsync(server.Database);
    }

    [ServerProcessFact]
    public async Task Row25_A_killed_script_has_written_nothing_and_one_that_wrote_is_not_killed()
    {
        using var server = new OwnServer("--busy-reply-threshold", "10");
        using var connection = server.Connect("asyncTimeout=30000");
        var endless = Scripts.DefineCold("while true do end");
        var call = new ScriptCall(endless, 0, 0)
            .SendAsync(new ScriptTarget(connection.GetDatabase()), static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None, default).AsTask();
        await Until.TrueAsync(() => KillAsync(server, "OK"), "the script is killed");
        var killed = await Assert.ThrowsAsync<ScriptException>(() => call);
        Assert.Equal(ScriptOutcome.Failed, ScriptException.OutcomeOf(killed));
        Assert.Contains("Script killed by user", killed.Message, StringComparison.Ordinal);
        Assert.Equal(2, killed.Line);

        var rounds = await LostReplyRows.RoundsAsync(connection.GetDatabase(), TimeSpan.FromSeconds(2));
        var writing = new Ledger(end: $"for i = 1, {rounds} do end return 1");
        var written = writing.CallAsync(connection.GetDatabase());
        await Until.TrueAsync(() => KillAsync(server, "UNKILLABLE"), "the server says that the script has written");
        Assert.Null(await written);
        Assert.Equal(1, await writing.CheckAsync(connection.GetDatabase()));
    }

    [ServerProcessFact]
    public async Task Row26_A_server_that_is_loading()
    {
        using var server = new OwnServer("--enable-debug-command", "yes", "--loading-process-events-interval-bytes", "1024");
        using var other = server.Connect("asyncTimeout=30000");
        await other.GetDatabase().ScriptEvaluateAsync("for i = 1, 3000 do redis.call('SET', 'key:' .. i, i) end");
        await server.Server.ExecuteAsync("CONFIG", "SET", "key-load-delay", "1000");
        var ledger = new Ledger();

        var reload = other.GetDatabase().ExecuteAsync("DEBUG", "RELOAD");
        Exception? failure = null;
        await Until.TrueAsync(async () => (failure = await ledger.CallAsync(server.Database)) is not null, "LOADING");
        var executed = ledger.Acknowledged;
        await reload;

        var error = Assert.IsType<ScriptException>(failure);
        Assert.Equal(("LOADING", ScriptOutcome.NotExecuted), (error.Code, ScriptException.OutcomeOf(error)));
        // Earlier calls were saved or preceded the reload; the call that got LOADING was not executed.
        Assert.Equal(executed, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row27_A_server_without_memory()
    {
        using var server = new OwnServer();
        var (first, second) = (new Ledger(), new Ledger(end: "return redis.call('SET', KEYS[1] .. 'more', 1)"));
        Assert.Null(await first.CallAsync(server.Database));
        await server.Server.ConfigSetAsync("maxmemory", "1");

        // The server runs a script until its first command that needs memory.
        var failure = Assert.IsType<ScriptException>(await first.CallAsync(server.Database));
        Assert.Equal(("OOM", 2, ScriptOutcome.Failed), (failure.Code, failure.Line, ScriptException.OutcomeOf(failure)));
        Assert.Equal(ScriptOutcome.Failed, ScriptException.OutcomeOf((await second.CallAsync(server.Database))!));

        await server.Server.ConfigSetAsync("maxmemory", "0");
        Assert.Equal(1, await first.CheckAsync(server.Database));
        Assert.Equal(0, await second.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row28_A_user_without_SCRIPT_is_never_in_need_of_it()
    {
        using var server = new OwnServer();
        var database = Connect(server, "+@all", "-script");
        await Assert.ThrowsAsync<RedisServerException>(() => database.ExecuteAsync("SCRIPT", "LOAD", "return 1"));
        var ledger = new Ledger();

        Assert.Null(await ledger.CallAsync(database));
        Assert.Null(ledger.Call(database));
        await server.Server.ScriptFlushAsync();
        Assert.Null(await ledger.CallAsync(database));

        Assert.Equal(3, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row29_A_user_with_EVALSHA_alone_and_a_cold_script()
    {
        using var server = new OwnServer();
        var database = Connect(server, "+@all", "-eval");
        var ledger = new Ledger();

        foreach (var failure in new[] { await ledger.CallAsync(database), ledger.Call(database) })
        {
            var error = Assert.IsType<ScriptException>(failure);
            Assert.Equal(("NOPERM", ScriptOutcome.NotExecuted), (error.Code, ScriptException.OutcomeOf(error)));
            Assert.StartsWith("Probe was not executed: it is not in the server's script cache", error.Message, StringComparison.Ordinal);
            Assert.Contains("Preload the script (LoadAsync, as a user with SCRIPT LOAD) or grant this user EVAL.", error.Message, StringComparison.Ordinal);
        }

        await new[] { ledger.Script }.LoadAsync(server.Connection);
        Assert.Null(await ledger.CallAsync(database));
        Assert.Equal(1, await ledger.CheckAsync(server.Database));
    }

    [ServerProcessFact]
    public async Task Row30_A_user_without_EVALSHA()
    {
        using var server = new OwnServer();
        var database = Connect(server, "+@all", "-evalsha");
        var ledger = new Ledger();

        var error = Assert.IsType<ScriptException>(await ledger.CallAsync(database));

        Assert.Equal(("NOPERM", ScriptOutcome.NotExecuted), (error.Code, ScriptException.OutcomeOf(error)));
        Assert.Equal(0, await ledger.CheckAsync(server.Database));
        // With this flag the call is permitted.
        Assert.Null(await ledger.CallAsync(database, CommandFlags.NoScriptCache));
    }

    private static async Task<Exception?> BusyAsync(OwnServer server, Ledger ledger)
    {
        Exception? failure = null;
        await Until.TrueAsync(async () => (failure = await ledger.CallAsync(server.Database)) is not null, "BUSY");
        return failure;
    }

    private static async Task<bool> KillAsync(OwnServer server, string expected)
    {
        try
        {
            return (string?)await server.Server.ExecuteAsync("SCRIPT", "KILL") == expected;
        }
        catch (RedisServerException error)
        {
            return error.Message.StartsWith(expected, StringComparison.Ordinal);
        }
    }

    private static IDatabase Connect(OwnServer server, params string[] rules)
    {
        var user = string.Create(CultureInfo.InvariantCulture, $"user{Guid.NewGuid():N}");
        server.Server.Execute("ACL", ["SETUSER", user, "on", ">secret", "~*", "&*", .. rules]);
        return server.Connect($"user={user},password=secret").GetDatabase();
    }
}
