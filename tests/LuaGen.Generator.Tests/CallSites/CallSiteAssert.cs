using LuaGen.Generator.Findings;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Generator.Tests.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Looks at what one rule says of C#; places are marked as <c>⟦…⟧</c>.</summary>
internal static class CallSiteAssert
{
    public static Task FlagsAsync(RuleId rule, string statements) => FlagsInAsync(rule, CallSiteHost.Method(statements));

    /// <summary>The rule is reported exactly at the marked places of a file.</summary>
    public static async Task FlagsInAsync(RuleId rule, string marked)
    {
        var source = Marked.Parse(marked);
        Assert.NotEmpty(source.Spans);
        Assert.Equal(
            source.Spans.Select(span => $"{span.Start}..{span.End} {source.Text[span.Start..span.End]}"),
            (await OfRuleAsync(rule, source.Text)).Select(diagnostic => diagnostic.Location.SourceSpan).OrderBy(span => span.Start)
                .Select(span => $"{span.Start}..{span.End} {source.Text[span.Start..span.End]}"));
    }

    public static Task QuietAsync(RuleId rule, string statements) => QuietInAsync(rule, CallSiteHost.Method(statements));

    public static async Task QuietInAsync(RuleId rule, string source) => Assert.Empty((await OfRuleAsync(rule, source)).Select(GeneratorHost.Print));

    public static async Task MessageAsync(RuleId rule, string statements, string message) =>
        Assert.Equal(message, Assert.Single(await OfRuleAsync(rule, CallSiteHost.Method(statements))).GetMessage(null));

    private static async Task<IEnumerable<Diagnostic>> OfRuleAsync(RuleId rule, string source) =>
        (await CallSiteHost.AnalyzeAsync(source)).Where(diagnostic => diagnostic.Id == Reporting.Rules.IdOf(rule));
}
