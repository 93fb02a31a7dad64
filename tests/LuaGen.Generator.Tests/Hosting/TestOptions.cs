using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Tests.Hosting;

/// <summary>The options that MSBuild passes to the compiler: the project's properties, and the metadata of its items.</summary>
internal sealed class TestOptions : AnalyzerConfigOptionsProvider
{
    public Dictionary<string, string> Properties { get; } = new() { ["RootNamespace"] = "Consumer", ["ProjectDir"] = "" };

    public Dictionary<(string Path, string Name), string> Metadata { get; } = [];

    public override AnalyzerConfigOptions GlobalOptions => new Options(key =>
        Properties.TryGetValue(key.Replace("build_property.", "", StringComparison.Ordinal), out var value) ? value : null);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(_ => null);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(key =>
        Metadata.TryGetValue((textFile.Path, key.Replace("build_metadata.AdditionalFiles.", "", StringComparison.Ordinal)), out var value) ? value : null);

    private sealed class Options(Func<string, string?> find) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = find(key);
            return value is not null;
        }
    }
}
