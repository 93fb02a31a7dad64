using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Asserts where one rule reports in C#; locations are marked as <c>[|…|]</c>.</summary>
internal static class CallSiteAssert
{
    public static Task FlagsAsync(Rule rule, string statements) => FlagsInAsync(rule, CallSiteHost.Method(statements));

    /// <summary>Asserts that the rule reports exactly at the marked locations of a file.</summary>
    public static async Task FlagsInAsync(Rule rule, string marked)
    {
        var source = MarkedText.Parse(marked);
        Assert.NotEmpty(source.Spans);
        Assert.Equal(
            source.Spans.Select(span => $"{span.Start}..{span.End} {source.Text[span.Start..span.End]}"),
            (await OfRuleAsync(rule, source.Text)).Select(diagnostic => diagnostic.Location.SourceSpan).OrderBy(span => span.Start)
                .Select(span => $"{span.Start}..{span.End} {source.Text[span.Start..span.End]}"));
    }

    public static Task QuietAsync(Rule rule, string statements) => QuietInAsync(rule, CallSiteHost.Method(statements));

    public static async Task QuietInAsync(Rule rule, string source) => Assert.Empty((await OfRuleAsync(rule, source)).Select(GeneratorHost.Print));

    public static async Task MessageAsync(Rule rule, string statements, string message) =>
        Assert.Equal(message, Assert.Single(await OfRuleAsync(rule, CallSiteHost.Method(statements))).GetMessage(null));

    private static async Task<IEnumerable<Diagnostic>> OfRuleAsync(Rule rule, string source) =>
        (await CallSiteHost.AnalyzeAsync(source)).Where(diagnostic => diagnostic.Id == rule.Id);
}
