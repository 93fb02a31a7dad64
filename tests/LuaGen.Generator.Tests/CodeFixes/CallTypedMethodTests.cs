using LuaGen.CodeFixes;
using LuaGen.Generator.Tests.CallSites;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.CodeFixes;

public sealed class CallTypedMethodTests
{
    private const string Id = "LUA7013";
    private const string Lock = "-- KEYS[1] lock\n-- ARGV[1] owner: string\n-- RETURNS long\nreturn redis.call('SETNX', KEYS[1], ARGV[1])\n";

    [Theory]
    [InlineData(
        """var n = (long)await db.ScriptEvaluateAsync(File.ReadAllText("Scripts/Locks/Acquire.lua"), [key], [text]);""",
        """var n = await new Shop.LocksScripts(db).AcquireAsync(key, text);""")]
    [InlineData(
        """await db.ScriptEvaluateAsync(File.ReadAllText("Acquire.lua"), [key], [text]);""",
        """await new Shop.LocksScripts(db).AcquireAsync(key, text);""")]
    public async Task Replaces_the_call(string statements, string expected)
    {
        var project = Project(statements);

        var after = await FixHost.FixAsync(project, new CallTypedMethodFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, Id)));

        Assert.NotNull(after);
        Assert.Equal(CallSiteHost.Method(expected), Assert.Single(await FixHost.SourcesAsync(after)));
        Assert.Empty((await after.GetCompilationAsync())!.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(GeneratorHost.Print));
    }

    /// <summary>The method takes a string and returns a number.</summary>
    [Theory]
    [InlineData("""await db.ScriptEvaluateAsync(File.ReadAllText("Acquire.lua"), [key], [value]);""")]
    [InlineData("""await db.ScriptEvaluateAsync(File.ReadAllText("Acquire.lua"), [key]);""")]
    [InlineData("""var s = (string?)await db.ScriptEvaluateAsync(File.ReadAllText("Acquire.lua"), [key], [text]);""")]
    public async Task Is_not_offered_for_other_types(string statements)
    {
        var project = Project(statements);

        Assert.Null(await FixHost.FixAsync(project, new CallTypedMethodFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, Id))));
    }

    private static Project Project(string statements) => FixHost.Project([CallSiteHost.Method(statements)], [("Scripts/Locks/Acquire.lua", Lock)]);
}
