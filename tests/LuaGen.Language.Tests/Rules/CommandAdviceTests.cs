using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

/// <summary>Too much advice is noise: one file lists all command advice for the corpus.</summary>
public sealed class CommandAdviceTests
{
    [Fact]
    public void What_it_says_of_the_corpus_is_known() => Expected.Matches(
        Repository.PathOf("tests", "LuaGen.Language.Tests", "Rules", "command-advice.txt"),
        string.Concat(Scripts().SelectMany(path => Findings(path).Select(finding => $"{path}: {Print(finding)}\n"))));

    private static IEnumerable<string> Scripts() =>
        Directory.GetFiles(Repository.PathOf("tests", "Corpus"), "*.lua", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<Finding> Findings(string path) =>
        TestCompiler.Compile(File.ReadAllText(Repository.PathOf(path)), path).Findings.Where(finding => finding.Rule.Number / 1000 == 4);

    private static string Print(Finding finding) => $"{finding.Rule.Id} {TestCompiler.Message(finding)}";
}
