using LuaGen.CodeFixes;

namespace LuaGen.Generator.Tests.CodeFixes;

public sealed class WriteHeaderTests
{
    private const string Body = """
        local stock = KEYS[1]
        return redis.call('DECRBY', stock, tonumber(ARGV[1]))

        """;
    private const string Header = """
        -- KEYS[1] stock
        -- ARGV[1] decrement: long
        -- RETURNS long

        """;

    [Theory]
    [InlineData(Body, Header + Body)]
    [InlineData("#!lua\n" + Body, "#!lua\n" + Header + Body)]
    [InlineData("-- Takes units.\n" + Body, "-- Takes units.\n--\n" + Header + Body)]
    [InlineData("-- Takes units.\n\n" + Body, "-- Takes units.\n--\n" + Header + "\n" + Body)]
    [InlineData("--[[ Takes units. ]]\n" + Body, Header + "\n--[[ Takes units. ]]\n" + Body)]
    public async Task Writes_what_the_generator_read_from_the_code(string script, string expected)
    {
        var project = FixHost.Project([], [("Scripts/Take.lua", script)]);
        var diagnostic = Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA2007"));

        var after = await FixHost.FixAsync(project, new ScriptTextFix(), diagnostic);

        Assert.NotNull(after);
        Assert.Equal(expected, Assert.Single(await FixHost.ScriptsAsync(after)).Value);
        Assert.Empty(await FixHost.DiagnosticsAsync(after, "LUA2007"));
        Assert.Empty(await FixHost.DiagnosticsAsync(after, "LUA2002"));
        Assert.Empty((await FixHost.GenerateAsync(after)).Diagnostics);
    }

    [Fact]
    public async Task Keeps_the_line_ends_of_the_file()
    {
        var project = FixHost.Project([], [("Scripts/Take.lua", Body.ReplaceLineEndings("\r\n"))]);

        var after = await FixHost.FixAsync(project, new ScriptTextFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA2007")));

        Assert.Equal((Header + Body).ReplaceLineEndings("\r\n"), Assert.Single(await FixHost.ScriptsAsync(after!)).Value);
    }

    [Fact]
    public async Task Offers_nothing_for_a_script_that_does_not_compile()
    {
        var project = FixHost.Project([], [("Scripts/Take.lua", "return return KEYS[1]")]);

        Assert.Null(await FixHost.FixAsync(project, new ScriptTextFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA2007"))));
    }
}
