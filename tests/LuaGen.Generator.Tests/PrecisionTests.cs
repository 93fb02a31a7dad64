using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests;

/// <summary>Correct scripts get code that compiles: the scripts of the corpus, which all run, and those of the sample.</summary>
public sealed class PrecisionTests
{
    private static readonly string[] Folders = [Repository.PathOf("tests", "Corpus"), Repository.PathOf("samples", "Shop", "Scripts")];

    private static readonly string[] Paths =
    [
        .. Folders.SelectMany(folder => Directory.GetFiles(folder, "*.lua", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Together_they_compile()
    {
        var scripts = Paths.Select(path => new TestScript(path, File.ReadAllText(Repository.PathOf(path.Split('/')))));

        var output = GeneratorHost.Run([.. scripts.Cast<Microsoft.CodeAnalysis.AdditionalText>()]);

        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }
}
