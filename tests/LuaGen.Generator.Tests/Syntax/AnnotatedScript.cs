using LuaGen.Generator.Findings;
using LuaGen.Generator.Syntax;

using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Tests.Syntax;

/// <summary>A script with the expected places of its findings written into it, as <c>«…»</c>.</summary>
internal static class AnnotatedScript
{
    /// <summary>The script without its marks, and the spans that they stood around.</summary>
    public static (string Text, List<TextSpan> Spans) Read(string annotated)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<TextSpan>();
        var starts = new Stack<int>();
        foreach (var c in annotated)
        {
            switch (c)
            {
                case '«':
                    starts.Push(text.Length);
                    break;
                case '»':
                    spans.Add(TextSpan.FromBounds(starts.Pop(), text.Length));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return (text.ToString(), spans);
    }

    public static (SyntaxTree Tree, IReadOnlyList<Finding> Findings) Parse(string text)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(text, findings, CancellationToken.None);
        return (tree, findings.ToEquatableArray());
    }

    /// <summary>
    /// Asserts that exactly the marked places are reported, all under one rule, and gives the findings' words.
    /// </summary>
    public static IReadOnlyList<string> Reports(RuleId rule, string annotated)
    {
        var (text, spans) = Read(annotated);
        var findings = Parse(text).Findings;
        Assert.Equal(spans, findings.Select(finding => finding.Span));
        Assert.All(findings, finding => Assert.Equal(rule, finding.Rule));
        return [.. findings.Select(finding => string.Join(": ", finding.Arguments))];
    }

    /// <summary>Asserts that one place is reported, in words that contain these.</summary>
    public static void Reports(RuleId rule, string annotated, string words) =>
        Assert.Contains(words, Assert.Single(Reports(rule, annotated)), StringComparison.Ordinal);

    public static void ReportsNothing(string text) => Assert.Empty(Parse(text).Findings);
}
