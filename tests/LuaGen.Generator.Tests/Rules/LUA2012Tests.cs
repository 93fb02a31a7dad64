using LuaGen.Generator.Reporting;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2012Tests
{
    private const string Types = """
        namespace Consumer { class Order { public class Line; } }
        namespace Elsewhere.Deep { class Item; }
        class Global;
        """;

    [Theory]
    [InlineData("Oder")]
    [InlineData("Consumer.Oder")]
    [InlineData("Item")]
    [InlineData("Deep.Item")]
    public async Task Flags_a_type_that_csharp_would_not_find(string type)
    {
        var finding = Assert.Single(await FindingsAsync($"""
            -- ARGV[1] _order: json<{type}>
            -- RETURNS long
            return 1
            """));

        Assert.Contains("(1,20): ", finding, StringComparison.Ordinal);
        Assert.Contains($"The type '{type}' is not found from 'Consumer'", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Order")]
    [InlineData("Consumer.Order")]
    [InlineData("Order.Line")]
    [InlineData("Elsewhere.Deep.Item")]
    [InlineData("Global")]
    [InlineData("System.Version")]
    public async Task Leaves_a_type_alone_that_is_seen(string type) =>
        Assert.Empty(await FindingsAsync($$"""
            -- ARGV[1] _order: json<{{type}}>?
            -- RETURNS map<string, json<{{type}}>[]>
            return {}
            """));

    private static async Task<string[]> FindingsAsync(string lua)
    {
        var options = new AnalyzerOptions([new TestScript("Scripts/Test/Script.lua", lua)], new TestOptions());
        var compilation = GeneratorHost.Compilation(Types);
        var diagnostics = await compilation.WithAnalyzers([new ScriptAnalyzer()], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. diagnostics.Select(GeneratorHost.Print)];
    }
}
