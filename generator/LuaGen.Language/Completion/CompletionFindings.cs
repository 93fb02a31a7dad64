using LuaGen.Language.Header;
using LuaGen.Language.Header.Loose;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Completion;

/// <summary>All findings about what a header leaves open.</summary>
internal static class CompletionFindings
{
    public static void NoHeader(this FindingBag findings) =>
        findings.Add(Rule.NoHeader, new SourceSpan(0, 0));

    /// <summary>No line declares the reply.</summary>
    /// <param name="line">The line to replace or to write the declaration below.</param>
    public static void MissingReply(this FindingBag findings, SourceSpan span, HeaderLine line, ReplyDeclaration reply) =>
        findings.Add(Rule.MissingReply, span, line.ToPaste(HeaderText.Of(reply)));

    /// <summary>A description by a name that no local of the script has.</summary>
    public static void UnknownParameter(this FindingBag findings, NamedDescription named) => findings.Add(
        Rule.UnreadLine,
        named.Line.Span,
        LooseFindings.Excerpt(named.Line.Text),
        $"no local of the script is named '{named.Name}'",
        $"write `{named.Line.ToPaste($"KEYS[1] {named.Name}")}` or `{named.Line.ToPaste($"ARGV[1] {named.Name}: string")}` with its index");

    /// <summary>No line declares an element of a table that the code reads.</summary>
    public static void MissingParameters(this FindingBag findings, SourceSpan span, HeaderLine line, string table, IEnumerable<string> canonical) =>
        findings.Add(Rule.MissingParameters, span, table, string.Join("`, `", canonical.Select(line.ToPaste)));
}
