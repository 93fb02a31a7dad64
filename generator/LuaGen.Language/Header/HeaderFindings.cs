using LuaGen.Language.Rules;

namespace LuaGen.Language.Header;

/// <summary>All findings about the header.</summary>
internal static class HeaderFindings
{
    public static void Expected(this FindingBag findings, SourceSpan span, string what) =>
        findings.Add(Rule.MalformedDeclaration, span, $"{what} is expected here");

    public static void TextWithoutGap(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.MalformedDeclaration, span, "put two blanks before the text that explains it");

    public static void TypeTooDeep(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.MalformedDeclaration, span, "the type is nested too deeply");

    public static void NotBuiltYet(this FindingBag findings, SourceSpan span, string what) =>
        findings.Add(Rule.NotBuiltYet, span, what);
}
