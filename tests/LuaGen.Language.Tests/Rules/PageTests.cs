using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

/// <summary>Verifies the examples on the rule pages: the flagged script is flagged, and the suggested one is not.</summary>
public sealed class PageTests
{
    public static TheoryData<string> Ids => [.. Rule.All.Where(rule => rule.Number is >= 3004 and < 7000 && !rule.IsFoundByHost).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_is_true(string id)
    {
        var page = File.ReadAllText(Repository.PathOf("generator", "rules", id + ".md"));
        var rule = Rule.Find(id)!;

        Assert.Contains(rule, Findings(ScriptBelow(page, "## Flagged")));
        Assert.DoesNotContain(Findings(ScriptBelow(page, "## Write instead")), finding => finding == rule || finding.Severity != Severity.Info);
    }

    /// <summary>These pages show what the rule reports for another server than Redis, in a script after the reason.</summary>
    [Theory]
    [InlineData("LUA4007", "Valkey 8.1")]
    [InlineData("LUA5002", "Garnet")]
    public void The_finding_of_another_server_is_true(string id, string server)
    {
        var page = File.ReadAllText(Repository.PathOf("generator", "rules", id + ".md"));
        var finding = TestCompiler.Compile(ScriptBelow(page, "## Why")).Findings.Single(finding => finding.Rule.Id == id);

        Assert.Contains(server, TestCompiler.Message(finding), StringComparison.Ordinal);
        Assert.Contains(TestCompiler.Message(finding).Split(": ")[0], page, StringComparison.Ordinal);
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
