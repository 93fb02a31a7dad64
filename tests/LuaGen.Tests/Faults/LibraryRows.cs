using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>Row 40: a library that is loaded twice at once, that is there, or that is there with other code.</summary>
public sealed class LibraryRows
{
    [ServerProcessFact]
    public async Task Row40_Two_connections_that_load_at_once()
    {
        using var server = new OwnServer();
        using var other = server.Connect();
        var library = Libraries.DefineFunction("return 1").Library;

        var loads = Enumerable.Range(0, 20).Select(i => library.LoadAsync(i % 2 == 0 ? server.Connection : other, replace: i % 3 == 0));

        Assert.All(await Task.WhenAll(loads), results => Assert.Null(Assert.Single(results).Error));
        Assert.Equal(1, (await server.Server.ExecuteAsync("FUNCTION", "LIST")).Length);
        await library.VerifyAsync(server.Connection);
    }

    [ServerProcessTheory]
    [InlineData("resp2")]
    [InlineData("resp3")]
    public async Task Row40_Other_code_is_an_error_or_replaced(string protocol)
    {
        using var server = new OwnServer();
        using var connection = server.Connect($"protocol={protocol}");
        var old = Libraries.Define("redis.register_function('f', function() return 1 end)", "shared");
        var current = Libraries.Define("redis.register_function('f', function() return 2 end)", "shared");

        var missing = await Assert.ThrowsAsync<AggregateException>(() => old.VerifyAsync(connection));
        Assert.Contains("Load it with LoadAsync", Assert.Single(missing.InnerExceptions).Message, StringComparison.Ordinal);
        Assert.Contains(server.Process.ConnectionString, missing.Message, StringComparison.Ordinal);

        Assert.True(Assert.Single(await old.LoadAsync(connection)).IsLoaded);
        Assert.True(Assert.Single(await old.LoadAsync(connection)).IsLoaded);
        var refused = Assert.IsType<ScriptException>(Assert.Single(await current.LoadAsync(connection)).Error);
        Assert.Contains("has a library 'shared' whose code differs from Scripts/shared.lua", refused.Message, StringComparison.Ordinal);
        await old.VerifyAsync(connection);
        var differs = await Assert.ThrowsAsync<AggregateException>(() => current.VerifyAsync(connection));
        Assert.Contains("whose code differs", Assert.Single(differs.InnerExceptions).Message, StringComparison.Ordinal);

        Assert.True(Assert.Single(await current.LoadAsync(connection, replace: true)).IsLoaded);
        await current.VerifyAsync(connection);
        Assert.Equal(2, await new ScriptCall(new FunctionDefinition(current, "f", 0, "long"), 0, 0).SendAsync(
            new ScriptTarget(connection.GetDatabase()), static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None, default));
    }

    [ServerProcessFact]
    public async Task A_library_that_the_server_rejects_is_reported_with_its_line()
    {
        using var server = new OwnServer();
        foreach (var (body, line, text) in new[]
        {
            ("local x =\nend", (int?)3, "unexpected symbol near 'end'"),
            ("\nlocal t = nil\nlocal y = t.x", 4, "attempt to index local 't'"),
            ("local x = 1", null, "No functions registered"),
        })
        {
            var library = Libraries.Define(body);
            var error = Assert.IsType<ScriptException>(Assert.Single(await library.LoadAsync(server.Connection)).Error);
            Assert.Equal((line, library.FilePath, library.Name), (error.Line, error.FilePath, error.ScriptName));
            Assert.Contains(text, error.Message, StringComparison.Ordinal);
        }
    }
}
