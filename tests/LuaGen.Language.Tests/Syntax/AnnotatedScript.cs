using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Tests.Syntax;

/// <summary>A script with the expected places of its findings, marked as <c>[|…|]</c>.</summary>
internal static class AnnotatedScript
{
    public static (SyntaxTree Tree, IReadOnlyList<Finding> Findings) Parse(string text)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(text, findings, CancellationToken.None);
        return (tree, findings.ToEquatableArray());
    }

    /// <summary>Asserts that exactly the marked places are reported, all by one rule, and returns the arguments of the findings.</summary>
    public static IReadOnlyList<string> Reports(Rule rule, string annotated)
    {
        var (text, spans) = MarkedText.Parse(annotated);
        var findings = Parse(text).Findings;
        Assert.Equal(spans, findings.Select(finding => finding.Span));
        Assert.All(findings, finding => Assert.Equal(rule, finding.Rule));
        return [.. findings.Select(finding => string.Join(": ", finding.Arguments))];
    }

    /// <summary>Asserts that one place is reported, with a message that contains this text.</summary>
    public static void Reports(Rule rule, string annotated, string words) =>
        Assert.Contains(words, Assert.Single(Reports(rule, annotated)), StringComparison.Ordinal);

    public static void ReportsNothing(string text) => Assert.Empty(Parse(text).Findings);
}
