using LuaGen.Generator.Findings;
using LuaGen.Generator.Model;
using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>No false alarm on a correct script: those of the corpus and of the sample are, and run against the server.</summary>
public sealed class PrecisionTests
{
    /// <summary>The rules about commands alone: what the others say of these scripts is theirs to hold.</summary>
    private static readonly RuleId[] Rules = [.. Enum.GetValues<RuleId>().Where(rule => (int)rule / 1000 == 4)];

    public static TheoryData<string> Scripts => [.. Paths()];

    private static IEnumerable<string> Paths() =>
        new[] { Repository.PathOf("tests", "Corpus"), Repository.PathOf("samples", "Shop", "Scripts") }
            .SelectMany(folder => Directory.GetFiles(folder, "*.lua", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    [Fact]
    public void They_are_a_hundred() => Assert.Equal(100, Scripts.Count);

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Nothing_above_info_fires(string path) =>
        Assert.Empty(Findings(path).Where(finding => finding.Rule.Severity() != Severity.Info).Select(Print));

    /// <summary>What infos there are, one line each: read the diff when it changes.</summary>
    [Fact]
    public void Its_infos_are_known() => Expected.Matches(
        Repository.PathOf("tests", "LuaGen.Generator.Tests", "Rules", "precision.txt"),
        string.Concat(Paths().SelectMany(path => Findings(path).Select(finding => $"{path}: {Print(finding)}\n"))));

    private static IEnumerable<Finding> Findings(string path) =>
        ScriptCompiler.Compile(new ScriptSource(path, File.ReadAllText(Repository.PathOf(path)), IsUtf8: true, "Consumer", ClassName: null), CancellationToken.None)
            .Findings.Where(finding => Rules.Contains(finding.Rule));

    private static string Print(Finding finding) =>
        $"{Reporting.Rules.IdOf(finding.Rule)} {string.Format(null, Reporting.Rules.Of(finding.Rule).MessageFormat.ToString(null), [.. finding.Arguments])}";
}
