using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

/// <summary>Verifies the examples on the rule pages: the flagged script is flagged, and the suggested one is not.</summary>
public sealed class PageTests
{
    public static TheoryData<string> Ids => [.. Rule.All.Where(rule => rule.Number is >= 3004 and < 7000).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_is_true(string id)
    {
        var page = File.ReadAllText(Repository.PathOf("generator", "rules", id + ".md"));
        var rule = Rule.Find(id)!;

        Assert.Contains(rule, Findings(ScriptBelow(page, "## Flagged")));
        Assert.DoesNotContain(Findings(ScriptBelow(page, "## Write instead")), finding => finding == rule || finding.Severity != Severity.Info);
    }

    private static string ScriptBelow(string page, string heading)
    {
        const string Fence = "```lua\n";
        var start = page.IndexOf(Fence, page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + Fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static Rule[] Findings(string script) =>
        [.. TestCompiler.Compile(script)
            .Findings.Select(finding => finding.Rule)];
}
