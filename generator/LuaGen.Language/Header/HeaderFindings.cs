using LuaGen.Language.Rules;

namespace LuaGen.Language.Header;

/// <summary>All findings about the header.</summary>
internal static class HeaderFindings
{
    public static void Expected(this FindingBag findings, SourceSpan span, string what) =>
        findings.Add(Rule.MalformedDeclaration, span, $"write {what} here");

    public static void TextWithoutGap(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.MalformedDeclaration, span, "put two spaces before the description");

    public static void TypeTooDeep(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.MalformedDeclaration, span, "the type is nested too deeply; use fewer levels");
}
