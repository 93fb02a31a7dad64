using LuaGen.Generator.Reporting;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2010Tests
{
    private const string First = """
        -- KEYS[1] _account
        -- RETURNS long
        return 1
        """;

    [Theory]
    [InlineData("""
        -- KEYS[1] _account
        -- RETURNS string
        return 'one'
        """)]
    [InlineData("""
        -- KEYS[1] _account
        -- ARGV[1] _note: string
        -- RETURNS long
        return 1
        """)]
    [InlineData("""
        -- KEYS[1] _owner
        -- RETURNS long
        return 1
        """)]
    public async Task Flags_another_signature_than_the_version_before(string second)
    {
        var finding = Assert.Single(await FindingsAsync(("Transfer.v2", First), ("Transfer.v10", second), ("Transfer.v1", """
            -- RETURNS ok
            return redis.status_reply('OK')
            """)), finding => finding.Contains("v10", StringComparison.Ordinal));

        Assert.StartsWith("Scripts/Bank/Transfer.v10.lua(1,1): info LUA2010: ", finding, StringComparison.Ordinal);
        Assert.Contains("Scripts/Bank/Transfer.v2.lua", finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_another_body_and_other_words_alone() =>
        Assert.Empty(await FindingsAsync(("Transfer.v1", First), ("Transfer.v2", """
            -- New words.
            --
            -- KEYS[1] _account  More words.
            -- RETURNS long
            return 2
            """), ("Other.v3", """
            -- RETURNS ok
            return redis.status_reply('OK')
            """)));

    private static async Task<string[]> FindingsAsync(params (string File, string Lua)[] scripts)
    {
        var files = scripts.Select(script => (AdditionalText)new TestScript($"Scripts/Bank/{script.File}.lua", script.Lua));
        var options = new AnalyzerOptions([.. files], new TestOptions());
        var diagnostics = await GeneratorHost.Compilation().WithAnalyzers([new ScriptAnalyzer()], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == "LUA2010").Select(Plain)];
    }

    private static string Plain(Diagnostic diagnostic) =>
        GeneratorHost.Print(diagnostic).Replace("error", "info", StringComparison.Ordinal);
}
