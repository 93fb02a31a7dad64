using LuaGen.Generator.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Tests.Hosting;

public sealed class InfoAsWarningTests
{
    [Theory]
    [InlineData("", DiagnosticSeverity.Info)]
    [InlineData("true", DiagnosticSeverity.Warning)]
    public async Task Infos_become_warnings_where_the_project_says_so(string property, DiagnosticSeverity expected)
    {
        var script = new TestScript("Scripts/Test/Get.lua", "return redis.call('GET', KEYS[1])");
        var options = new AnalyzerOptions([script], new TestOptions { Properties = { ["LuaGenInfoAsWarning"] = property } });
        var compilation = GeneratorHost.Compilation().WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        var diagnostics = await compilation.WithAnalyzers([new ScriptAnalyzer()], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);

        Assert.Equal(expected, Assert.Single(diagnostics, diagnostic => diagnostic.Id == "LUA2007").Severity);
    }
}
