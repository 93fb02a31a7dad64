using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Checking;

/// <summary>
/// The kinds of faults that people report in public, each as a wrong script and its right counterpart (fault-kinds.txt): the wrong one has a
/// finding of the named rule, the right one has neither that finding nor any above info.
/// </summary>
public sealed class FaultKindTests
{
    private static readonly FaultKind[] All = [.. FaultKind.ReadAll(File.ReadAllText(Repository.PathOf("tests", "LuaGen.Language.Tests", "Checking", "fault-kinds.txt")))];

    public static TheoryData<string> Names => [.. All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_wrong_script_is_reported_and_the_right_one_is_not(string name)
    {
        var kind = All.Single(each => each.Name == name);

        Assert.Contains(kind.RuleId, FindingsOf(kind.Wrong).Select(finding => finding.Rule.Id));
        var right = FindingsOf(kind.Right);
        Assert.DoesNotContain(kind.RuleId, right.Select(finding => finding.Rule.Id));
        Assert.Empty(right.Where(finding => finding.Rule.Severity != Severity.Info).Select(TestCompiler.Message));
    }

    private static IReadOnlyList<Finding> FindingsOf(string script) => [.. TestCompiler.Compile(script, className: "TestScripts").Findings];

    /// <param name="Name">What is wrong, in words.</param>
    /// <param name="RuleId">The rule that reports it.</param>
    private sealed record FaultKind(string Name, string RuleId, string Wrong, string Right)
    {
        /// <summary><c>== LUA5020 name</c>, the wrong script, <c>-- right:</c>, the right script.</summary>
        public static IEnumerable<FaultKind> ReadAll(string text)
        {
            foreach (var part in text.Split("\n== ", StringSplitOptions.RemoveEmptyEntries))
            {
                var (title, scripts) = (part[..part.IndexOf('\n', StringComparison.Ordinal)], part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
                var pair = scripts.Split("-- right:\n");
                yield return new FaultKind(title[(title.IndexOf("LUA", StringComparison.Ordinal) + 8)..], title.Substring(title.IndexOf("LUA", StringComparison.Ordinal), 7), pair[0], pair[1]);
            }
        }
    }
}
