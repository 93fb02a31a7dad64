using LuaGen.Language.Header;
using LuaGen.Language.Header.Loose;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Completion;

/// <summary>All findings about what a header leaves open.</summary>
internal static class CompletionFindings
{
    public static void NoHeader(this FindingBag findings) =>
        findings.Add(Rule.NoHeader, new SourceSpan(0, 0), "script");

    /// <summary>No line declares the reply.</summary>
    /// <param name="line">The line to replace or to write the declaration below.</param>
    public static void MissingReply(this FindingBag findings, SourceSpan span, HeaderLine line, ReplyDeclaration reply) =>
        findings.Add(Rule.MissingReply, span, line.ToPaste(HeaderText.Of(reply)));

    /// <summary>A description by a name that no local of the script has.</summary>
    public static void UnknownParameter(this FindingBag findings, NamedDescription named) => findings.Add(
        Rule.UnreadLine,
        named.Line.Span,
        LooseFindings.Excerpt(named.Line.Text),
        named.Position > 0 ? $"'${named.Position}' does not say which element of KEYS or ARGV it is, and the lines are not as many as both" : $"no local of the script is named '{named.Name}'",
        $"write `{named.Line.ToPaste($"KEYS[1] {named.Name}")}` or `{named.Line.ToPaste($"ARGV[1] {named.Name}: string")}` with its index");

    /// <summary>A list of names that are not as many as the elements that the code reads.</summary>
    public static void OtherCount(this FindingBag findings, ListedName first, int names, int elements)
    {
        var table = first.IsKey ? "KEYS" : "ARGV";
        var canonical = first.IsKey ? $"KEYS[1] {first.Name ?? "name"}" : $"ARGV[1] {first.Name ?? "name"}: string";
        findings.Add(
            Rule.UnreadLine,
            first.Line.Span,
            LooseFindings.Excerpt(first.Line.Text),
            $"its list has {names} names, but the script reads {elements} of {table}",
            $"write a line such as `{first.Line.ToPaste(canonical)}` for each element");
    }

    /// <summary>No line declares an element of a table that the code reads.</summary>
    public static void MissingParameters(this FindingBag findings, SourceSpan span, HeaderLine line, string table, IEnumerable<string> canonical) =>
        findings.Add(Rule.MissingParameters, span, table, string.Join("`, `", canonical.Select(line.ToPaste)));
}
