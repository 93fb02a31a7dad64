using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Header;

/// <summary>All that reading a header can find.</summary>
internal static class HeaderFindings
{
    public static void Expected(this FindingBag findings, TextSpan span, string what) =>
        findings.Add(RuleId.MalformedDeclaration, span, $"{what} is expected here");

    public static void TextWithoutGap(this FindingBag findings, TextSpan span) =>
        findings.Add(RuleId.MalformedDeclaration, span, "put two blanks before the text that explains it");

    public static void TypeTooDeep(this FindingBag findings, TextSpan span) =>
        findings.Add(RuleId.MalformedDeclaration, span, "the type is nested too deeply");

    public static void NotBuiltYet(this FindingBag findings, TextSpan span, string what) =>
        findings.Add(RuleId.NotBuiltYet, span, what);
}
