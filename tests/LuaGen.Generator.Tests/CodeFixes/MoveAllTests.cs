using LuaGen.CodeFixes;
using LuaGen.Generator.Tests.CallSites;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LuaGen.Generator.Tests.CodeFixes;

public sealed class MoveAllTests
{
    private const string Id = "LUA7009";

    [Fact]
    public async Task All_scripts_of_a_project_are_moved_each_to_a_file_of_its_own()
    {
        var project = FixHost.Project(
            [
                CallSiteHost.Method("""
                    await db.ScriptEvaluateAsync("return redis.call('INCR', KEYS[1])", [key]);
                    await db.ScriptEvaluateAsync("return redis.call('DECR', KEYS[1])", [key]);
                    """),
                """
                using StackExchange.Redis;
                static class Others
                {
                    public static long Run(IDatabase db) => (long)db.ScriptEvaluate("return redis.call('DBSIZE')");
                }
                """,
            ],
            []);

        var after = await FixHost.FixAllAsync(project, new MoveScriptFix(), Id);

        Assert.Equal(["Scripts/Run.lua", "Scripts/Run2.lua", "Scripts/Run3.lua"], (await FixHost.ScriptsAsync(after)).Keys);
        var sources = await FixHost.SourcesAsync(after);
        Assert.Contains("await new Shop.ShopScripts(db).RunAsync(key);", sources[0], StringComparison.Ordinal);
        Assert.Contains("await new Shop.ShopScripts(db).Run2Async(key);", sources[0], StringComparison.Ordinal);
        Assert.Contains("=> new Shop.ShopScripts(db).Run3();", sources[1], StringComparison.Ordinal);
        await CompilesAsync(after);
        Assert.Empty(await FixHost.DiagnosticsAsync(after, Id));
    }

    /// <summary>The calls read the same reply in different ways: the file declares the widest, and the others keep their cast.</summary>
    [Theory]
    [InlineData("long", "(int)await new Shop.ShopScripts(db).RunAsync(key)", "var a = (int)await {0}; await {0}; var b = (long)await {0};")]
    [InlineData("int", "await new Shop.ShopScripts(db).RunAsync(key)", "await {0}; var a = (int)await {0};")]
    [InlineData("result", "(int)await new Shop.ShopScripts(db).RunAsync(key)", "var a = (int)await {0}; var b = (string?)await {0};")]
    [InlineData("result", "(int)await new Shop.ShopScripts(db).RunAsync(key)", "var a = (int)await {0}; var b = await {0}; Console.WriteLine(b);")]
    public async Task One_text_becomes_one_file(string returns, string call, string statements)
    {
        const string Script = "db.ScriptEvaluateAsync(\"return redis.call('INCR', KEYS[1])\", [key])";
        var project = FixHost.Project([CallSiteHost.Method(statements.Replace("{0}", Script, StringComparison.Ordinal))], []);

        var after = await FixHost.FixAllAsync(project, new MoveScriptFix(), Id);

        Assert.Contains($"-- RETURNS {returns}\n", Assert.Single(await FixHost.ScriptsAsync(after)).Value, StringComparison.Ordinal);
        Assert.Contains(call, (await FixHost.SourcesAsync(after))[0], StringComparison.Ordinal);
        await CompilesAsync(after);
        Assert.Empty(await FixHost.DiagnosticsAsync(after, Id));
    }

    [Fact]
    public async Task Only_the_file_is_moved_when_only_that_is_asked_for()
    {
        var call = CallSiteHost.Method("""await db.ScriptEvaluateAsync("return redis.call('INCR', KEYS[1])", [key]);""");
        var project = FixHost.Project([call, call.Replace("class Calls", "class Other", StringComparison.Ordinal)], []);

        var after = await FixHost.FixAllAsync(project, new MoveScriptFix(), Id, FixAllScope.Document);

        Assert.Single(await FixHost.ScriptsAsync(after));
        Assert.Single(await FixHost.DiagnosticsAsync(after, Id));
        await CompilesAsync(after);
    }

    [Fact]
    public async Task Calls_of_one_script_share_its_file_and_the_constant_goes()
    {
        var project = FixHost.Project(
            [
                CallSiteHost.Class("""
                    private const string AddScript = "return redis.call('INCRBY', KEYS[1], ARGV[1])";
                    async Task<long> Add(int quantity) => (long)await db.ScriptEvaluateAsync(AddScript, [key], [quantity]);
                    async Task<long> Take(RedisKey stock, int units) => (long)await db.ScriptEvaluateAsync(AddScript, [stock], [-units]);
                    """),
            ],
            []);

        var after = await FixHost.FixAllAsync(project, new MoveScriptFix(), Id);

        var source = Assert.Single(await FixHost.SourcesAsync(after));
        Assert.Equal("Scripts/Add.lua", Assert.Single((await FixHost.ScriptsAsync(after)).Keys));
        Assert.DoesNotContain("AddScript", source, StringComparison.Ordinal);
        Assert.Contains("Take(RedisKey stock, int units) => await new Shop.ShopScripts(db).AddAsync(stock, -units);", source, StringComparison.Ordinal);
        await CompilesAsync(after);
    }

    [Fact]
    public async Task Constants_beside_each_other_go_together()
    {
        const string Calls = """
            using StackExchange.Redis;

            namespace Shop;

            static class Calls
            {
                private const string Up = "return redis.call('INCR', KEYS[1])";

                private const string Down = "return redis.call('DECR', KEYS[1])";
                private const string Other = "x";

                static long Run(IDatabase db, RedisKey n) => (long)db.ScriptEvaluate(Up, [n]) + (long)db.ScriptEvaluate(Down, [n]) + Other.Length;
            }
            """;

        var after = await FixHost.FixAllAsync(FixHost.Project([Calls], []), new MoveScriptFix(), Id);

        Assert.Equal(
            """
            using StackExchange.Redis;

            namespace Shop;

            static class Calls
            {
                private const string Other = "x";

                static long Run(IDatabase db, RedisKey n) => new ShopScripts(db).Up(n) + new ShopScripts(db).Down(n) + Other.Length;
            }
            """,
            Assert.Single(await FixHost.SourcesAsync(after)));
        await CompilesAsync(after);
    }

    [Fact]
    public async Task A_constant_that_something_else_uses_stays()
    {
        var project = FixHost.Project(
            [
                CallSiteHost.Class("""
                    private const string AddScript = "return redis.call('INCRBY', KEYS[1], ARGV[1])";
                    async Task<long> Add(int quantity) => (long)await db.ScriptEvaluateAsync(AddScript, [key], [quantity]);
                    int Length() => AddScript.Length;
                    """),
            ],
            []);

        var after = await FixHost.FixAllAsync(project, new MoveScriptFix(), Id);

        Assert.Contains("const string AddScript", Assert.Single(await FixHost.SourcesAsync(after)), StringComparison.Ordinal);
        await CompilesAsync(after);
    }

    [Fact]
    public async Task A_file_that_holds_the_script_already_is_called()
    {
        const string Lua = """
            -- KEYS[1] counter
            -- RETURNS long
            return redis.call('INCR', KEYS[1])

            """;
        var project = FixHost.Project(
            [CallSiteHost.Method("""var n = (long)db.ScriptEvaluate("return redis.call('INCR', KEYS[1])", [key]);""")],
            [("Redis/Lua/Counters/Next.lua", Lua)]);

        var after = await FixHost.FixAllAsync(project, new MoveScriptFix(), Id);

        Assert.Equal(Lua, Assert.Single(await FixHost.ScriptsAsync(after)).Value);
        Assert.Contains("var n = new Shop.CountersScripts(db).Next(key);", Assert.Single(await FixHost.SourcesAsync(after)), StringComparison.Ordinal);
        await CompilesAsync(after);
    }

    [Fact]
    public async Task A_script_joins_the_folder_where_scripts_are_and_takes_no_name_that_is_taken()
    {
        var project = FixHost.Project(
            [CallSiteHost.Method("""db.ScriptEvaluate("return redis.call('INCR', KEYS[1])", [key]);""")],
            [("Redis/Lua/Run.lua", """
                -- KEYS[1] counter
                return redis.call('DECR', KEYS[1])

                """)]);

        var after = await FixHost.FixAllAsync(project, new MoveScriptFix(), Id);

        Assert.Equal(["Redis/Lua/Run.lua", "Redis/Lua/Run2.lua"], (await FixHost.ScriptsAsync(after)).Keys);
        Assert.Contains("new Shop.RedisScripts(db).Run2(key);", Assert.Single(await FixHost.SourcesAsync(after)), StringComparison.Ordinal);
        await CompilesAsync(after);
    }

    [Theory]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', ARGV[1])", values: [(long)db.ScriptEvaluate("return redis.call('INCR', 'n')")]);""")]
    [InlineData("""
        var n = db.ScriptEvaluate("return redis.call('INCR', 'n')");
        db.ScriptEvaluate("return redis.call('GET', ARGV[1])", values: [(long)n]);
        """)]
    public async Task What_stands_within_another_call_is_moved_next_time(string statements)
    {
        var project = FixHost.Project([CallSiteHost.Method(statements)], []);

        var once = await FixHost.FixAllAsync(project, new MoveScriptFix(), Id);
        Assert.Single((await FixHost.ScriptsAsync(once)).Keys);
        await CompilesAsync(once);

        var twice = await FixHost.FixAllAsync(once, new MoveScriptFix(), Id);
        Assert.Equal(2, (await FixHost.ScriptsAsync(twice)).Count);
        Assert.Empty(await FixHost.DiagnosticsAsync(twice, Id));
        await CompilesAsync(twice);
    }

    private static async Task CompilesAsync(Project project)
    {
        var output = await FixHost.GenerateAsync(project);
        Assert.Empty(output.Diagnostics.Concat(output.CompilerDiagnostics).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(GeneratorHost.Print));
    }
}
