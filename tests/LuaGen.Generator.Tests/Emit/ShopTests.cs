using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Emit;

/// <summary>Compiles the code emitted for the sample, and compares it with the readable copy in <c>Shop/</c>.</summary>
public sealed class ShopTests
{
    private static readonly string Sample = Repository.PathOf("samples", "Shop");
    private static readonly string Folder = Repository.PathOf("tests", "LuaGen.Generator.Tests", "Shop");

    [Fact]
    public void The_samples_code_is_what_is_expected_and_compiles()
    {
        var scripts = Directory.GetFiles(Path.Combine(Sample, "Scripts"), "*.lua", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new TestScript(Path.GetRelativePath(Sample, path).Replace('\\', '/'), File.ReadAllText(path)));
        var compilation = GeneratorHost.Compilation();
        var options = new TestOptions { Properties = { ["RootNamespace"] = "Shop" } };

        var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, scripts, options), compilation);

        Assert.Empty(output.Diagnostics);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        foreach (var source in output.Sources)
        {
            Expected.Matches(Path.Combine(Folder, source.HintName), source.SourceText.ToString());
        }

        Assert.Equal(Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), output.Sources.Select(source => source.HintName).Order(StringComparer.Ordinal));
    }
}
