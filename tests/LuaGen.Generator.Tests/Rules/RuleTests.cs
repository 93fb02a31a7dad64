using System.Text.RegularExpressions;
using LuaGen.Generator.Reporting;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>A rule has five parts: a descriptor, a page, a help link, a release row and a test class. These tests keep them consistent.</summary>
public sealed partial class RuleTests
{
    /// <summary>The tests of a rule about scripts do not need the compiler, so they can be in either project.</summary>
    private static readonly string[] TestProjects = ["LuaGen.Language.Tests", "LuaGen.Generator.Tests"];

    public static TheoryData<string> Ids => [.. Rule.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_its_five_parts(string id)
    {
        var rule = Rule.Find(id)!;
        var descriptor = Descriptors.Of(rule);
        var page = Repository.PathOf("generator", "rules", id + ".md");
        var release = File.ReadAllLines(Repository.PathOf("generator", "LuaGen.Generator", "AnalyzerReleases.Unshipped.md"));

        Assert.Equal(id, descriptor.Id);
        Assert.EndsWith($"/generator/rules/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {descriptor.Title}", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Single(release, line => line.StartsWith($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", StringComparison.Ordinal));
        Assert.Single(TestProjects, project => File.Exists(Repository.PathOf("tests", project, "Rules", id + "Tests.cs")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_page_has_its_sections(string id)
    {
        var page = File.ReadAllText(Repository.PathOf("generator", "rules", id + ".md"));

        var sections = page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).ToArray();
        Assert.Equal(["Flagged", "Why", "Not flagged", "How to suppress", "If the rule is wrong"], sections.Where(section => section != "Write instead"));
        Assert.Contains($"| severity | {Descriptors.Of(Rule.Find(id)!).DefaultSeverity.ToString().ToLowerInvariant()} |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_page_and_no_row_without_a_rule()
    {
        var ids = Rule.All.Select(rule => rule.Id).ToHashSet();
        var pages = Directory.GetFiles(Repository.PathOf("generator", "rules"), "LUA*.md").Select(path => Path.GetFileNameWithoutExtension(path)!);
        var rows = File.ReadAllLines(Repository.PathOf("generator", "LuaGen.Generator", "AnalyzerReleases.Unshipped.md"))
            .Select(line => RuleRow().Match(line)).Where(match => match.Success).Select(match => match.Value);

        Assert.Subset(ids, pages.Concat(rows).ToHashSet());
    }

    [GeneratedRegex("^LUA[0-9]{4}")]
    private static partial Regex RuleRow();
}
