using System.Globalization;
using System.Text;
using LuaGen.Generator.Reporting;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>The list of all rules is generated from their descriptors.</summary>
public sealed class RuleIndexTests
{
    private static readonly (int Range, string About)[] Ranges =
    [
        (1, "Syntax: the verdict of Redis's Lua 5.1 compiler"),
        (2, "The header"),
        (3, "KEYS and ARGV against the header"),
        (4, "Calls of commands"),
        (5, "Lua inside Redis"),
        (6, "Cluster"),
        (7, "C# call sites"),
    ];

    [Fact]
    public void It_lists_every_rule()
    {
        var text = new StringBuilder("""
            # The rules

            Severity states certainty: an error cannot work, a warning goes wrong on some input or some server, an info is advice.
            Each page shows a script that is flagged, what to write instead, why, and what is deliberately not flagged. This list is
            written by `RuleIndexTests`, with `LUAGEN_UPDATE_FIXTURES=1`.

            Errors come from the generator, and stay with `RunAnalyzers=false`. The others come from analyzers, and listen to
            `.globalconfig`, `NoWarn`, `WarningsAsErrors`, `LuaGenInfoAsWarning` and `-- luagen: disable LUAnnnn`.

            """);
        var listed = 0;
        foreach (var (range, about) in Ranges)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## LUA{range}xxx: {about}\n\n| rule | | severity |\n|---|---|---|\n");
            foreach (var rule in Descriptors.All.Where(rule => rule.Id[3] == (char)('0' + range)))
            {
                text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |\n");
                listed++;
            }
        }

        Assert.Equal(Descriptors.All.Count(), listed);
        Expected.Matches(Repository.PathOf("generator", "rules", "README.md"), text.ToString());
    }
}
