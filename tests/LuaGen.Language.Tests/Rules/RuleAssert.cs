using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

/// <summary>Compiles a script and asserts the findings of one rule.</summary>
internal static class RuleAssert
{
    /// <summary>The rule is reported exactly at the marked places.</summary>
    public static void Flags(Rule rule, string marked)
    {
        var script = MarkedText.Parse(marked);
        Assert.NotEmpty(script.Spans);
        Assert.Equal(script.Spans, FindingsOf(rule, script.Text).Select(finding => finding.Span).OrderBy(span => span.Start));
    }

    /// <summary>The rule is not reported, and neither is any error, because the check would not have run after an error.</summary>
    public static void Quiet(Rule rule, string text)
    {
        Assert.Empty(FindingsOf(rule, text));
        Assert.DoesNotContain(Compile(text).Findings, finding => finding.Rule.Severity == Severity.Error);
    }

    /// <summary>The rule is not reported for a script that another rule stops.</summary>
    public static void Unsaid(Rule rule, string text)
    {
        Assert.Empty(FindingsOf(rule, text));
        Assert.Contains(Compile(text).Findings, finding => finding.Rule.Severity == Severity.Error);
    }

    /// <summary>The rule is reported with this message, as a build prints it.</summary>
    public static void Message(Rule rule, string text, string message) =>
        Assert.Contains(message, FindingsOf(rule, MarkedText.Parse(text).Text)
            .Select(TestCompiler.Message));

    private static IEnumerable<Finding> FindingsOf(Rule rule, string text) => Compile(text).Findings.Where(finding => finding.Rule == rule);

    /// <summary>The project item names a class, which makes any text a script, so that no test script must call Redis only to be checked.</summary>
    private static CompiledScript Compile(string text) => TestCompiler.Compile(text, className: "TestScripts");
}
