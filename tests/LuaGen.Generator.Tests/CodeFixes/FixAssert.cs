using LuaGen.Generator.Tests.CallSites;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>Applies a fix to the statements of a method and compares the result.</summary>
internal static class FixAssert
{
    public static async Task BecomesAsync(CodeFixProvider provider, string id, string statements, string expected)
    {
        var project = FixHost.Project([CallSiteHost.Method(statements)], []);
        var diagnostic = Assert.Single(await FixHost.DiagnosticsAsync(project, id));
        var after = await FixHost.FixAsync(project, provider, diagnostic);

        Assert.NotNull(after);
        Assert.Equal(CallSiteHost.Method(expected), Assert.Single(await FixHost.SourcesAsync(after)));
        Assert.Empty((await FixHost.DiagnosticsAsync(after, id)).Select(Hosting.GeneratorHost.Print));
        Assert.Empty((await after.GetCompilationAsync())!.GetDiagnostics().Where(found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(Hosting.GeneratorHost.Print));
    }

    /// <summary>Asserts that the rule reports and the fix is not offered.</summary>
    public static async Task NotOfferedAsync(CodeFixProvider provider, string id, string statements)
    {
        var project = FixHost.Project([CallSiteHost.Method(statements)], []);
        var diagnostics = await FixHost.DiagnosticsAsync(project, id);

        Assert.NotEmpty(diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            Assert.Null(await FixHost.FixAsync(project, provider, diagnostic));
        }
    }
}
