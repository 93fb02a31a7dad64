using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests;

/// <summary>Correct scripts get a model and no finding above info: the scripts of the corpus, which all run, and those of the sample.</summary>
public sealed class PrecisionTests
{
    private static readonly string[] Folders = [Repository.PathOf("tests", "Corpus"), Repository.PathOf("samples", "Shop", "Scripts")];

    private static readonly string[] Paths =
    [
        .. Folders.SelectMany(folder => Directory.GetFiles(folder, "*.lua", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Scripts => [.. Paths];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_correct_script_is_left_in_peace(string path)
    {
        var text = File.ReadAllText(Repository.PathOf(path.Split('/')));

        var compiled = TestCompiler.Compile(text, path);

        Assert.Empty(compiled.Findings
            .Where(finding => finding.Rule.Severity != Severity.Info)
            .Select(finding => $"{finding.Rule.Id}: {string.Join(" | ", finding.Arguments)} at \"{text.Substring(finding.Span.Start, finding.Span.Length)}\""));
        Assert.NotEmpty(compiled.Models);
    }
}
