using System.Text;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Rules;
using LuaGen.TestServers;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>
/// Each rule has one script in <c>examples.txt</c>. This test writes what the build reports and what the server replies to
/// <c>generator/rules/examples.md</c>.
/// </summary>
public sealed class ExampleTests
{
    /// <summary>
    /// Rules without an example: no script is known to cause an internal failure of LuaGen, and a C# type that is not
    /// accessible, or whose members are named otherwise, has to be in the project.
    /// </summary>
    private static readonly Rule[] WithoutExample = [Rule.GeneratorFault, Rule.JsonTypeLessAccessible, Rule.JsonFieldName];

    private static readonly string TablePath = Repository.PathOf("generator", "rules", "examples.md");

    private static readonly Example[] Examples = Example.ReadAll(Repository.PathOf("tests", "LuaGen.Generator.Tests", "Rules", "examples.txt"));

    [Fact]
    public void Every_rule_about_scripts_has_one() =>
        Assert.Equal(
            Rule.All.Where(rule => rule.Number < 7000).Except(WithoutExample).Select(rule => rule.Id).Order(StringComparer.Ordinal),
            Examples.Select(example => example.Id));

    [ServerProcessFact]
    public async Task The_table_shows_what_is_said()
    {
        using var servers = new ExampleServers();
        if (!servers.AreOfTheTable)
        {
            // The messages of other servers differ, but their rows are checked all the same.
            Assert.All(await RowsAsync(servers), row => Assert.StartsWith("| [LUA", row, StringComparison.Ordinal));
            return;
        }

        var table = new StringBuilder("""
            # The rules by example

            For one script a rule: what the build reports, and what Redis 7.0 replies when the script is called with two keys and the
            arguments `'10'` and `'9'`, or when the library is loaded. `ExampleTests` writes this table from `tests/LuaGen.Generator.Tests/Rules/examples.txt`, with
            `LUAGEN_UPDATE_FIXTURES=1`; [README.md](README.md) lists all rules.

            | rule | script | the build reports | Redis replies |
            |---|---|---|---|

            """).AppendJoin("", await RowsAsync(servers)).ToString();

        Expected.Matches(TablePath, table);
    }

    private static async Task<List<string>> RowsAsync(ExampleServers servers)
    {
        var rows = new List<string>();
        foreach (var example in Examples)
        {
            var findings = await GeneratorHost.FindingsAsync(new TestOptions { Properties = { ["LuaGenServers"] = example.Servers } }, [.. example.Files]);
            var said = findings.Select(finding => Message(finding, example.Id)).FirstOrDefault(message => message is not null);
            Assert.True(said is not null, $"{example.Id} is not reported; what is: {string.Join(", ", findings)}");
            rows.Add($"| [{example.Id}]({example.Id}.md) | {Code(example.Shown)} | {Cell(said)} | {Code(await servers.AskAsync(example))} |\n");
        }

        return rows;
    }

    /// <summary>Returns the severity and message of a finding such as <c>path(1,2): warning LUA1234: message</c>.</summary>
    private static string? Message(string finding, string id)
    {
        var mark = finding.IndexOf($" {id}: ", StringComparison.Ordinal);
        return mark < 0 ? null : finding[finding[..mark].LastIndexOf(": ", StringComparison.Ordinal)..][2..].Replace($" {id}: ", ": ", StringComparison.Ordinal);
    }

    private static string Code(string text) => string.Join("<br>", text.Split('\n').Select(line => line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`")).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Escapes text for a table cell: code in backticks needs no entities, but a bar ends a cell even there.</summary>
    private static string Cell(string text) => string.Join('`', text.Split('`').Select((part, index) => index % 2 == 0 ? part.Replace("<", "&lt;", StringComparison.Ordinal) : part))
        .Replace("|", "\\|", StringComparison.Ordinal);
}
