using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Header.Loose;

/// <summary>All findings about lines in another form than the canonical one.</summary>
internal static class LooseFindings
{
    /// <summary>A longer line is shortened in messages.</summary>
    private const int MaxLength = 60;

    /// <summary>The line is understood: shows the canonical line.</summary>
    /// <param name="more">Declarations that no line has, and that the code would no longer give a table whose lines are all canonical.</param>
    public static void LooseDeclaration(this FindingBag findings, HeaderLine line, SourceSpan span, string canonical, params string[] more)
    {
        string[] all = [canonical, .. more];
        var replacement = span == line.Span && (more.Length == 0 || !line.IsInBlock) ? new Replacement(span, string.Join("\n-- ", all)) : null;
        findings.Add(Rule.LooseDeclaration, span, replacement, Excerpt(line.Text), string.Join("`, `", all.Select(line.ToPaste)), more.Length == 0 ? "that line" : "these lines");
    }

    public static void BadIndexInLine(this FindingBag findings, SourceSpan span, HeaderLine line)
    {
        var table = line.Text.IndexOf("ARGV", StringComparison.OrdinalIgnoreCase) is >= 0 and < 8 ? "ARGV" : "KEYS";
        var isAny = span.Length > 3 && line.Text[span.End - line.Start - 2] is (>= 'a' and <= 'z') or '*' && line.Text[span.End - line.Start - 3] == '[';
        var rest = isAny ? "..." : "";
        var canonical = table == "KEYS" ? $"KEYS[1{rest}] name" : $"ARGV[1{rest}] name: string";
        findings.Add(Rule.UnreadLine, span, Excerpt(line.Text), "its index is not a number from 1", $"write `{line.ToPaste(canonical)}`");
    }

    public static void UnnamedRange(this FindingBag findings, SourceSpan span, HeaderLine line)
    {
        var isKey = LooseIndex.TableAt(line.Text, span.Start - line.Start) != false;
        findings.Add(Rule.UnreadLine, span, Excerpt(line.Text), "it does not name each element of the range", $"write a line such as `{line.ToPaste(isKey ? "KEYS[1] name" : "ARGV[1] name: string")}` for each");
    }

    public static void MisspelledTable(this FindingBag findings, SourceSpan span, HeaderLine line, string table, int length) =>
        findings.Add(Rule.UnreadLine, span, Excerpt(line.Text), $"the table is named {table}", $"write `{line.ToPaste(table + line.Text.Substring(length))}`");

    public static void DescribedTwice(this FindingBag findings, LooseDeclaration declaration) =>
        findings.Add(
            Rule.UnreadLine,
            declaration.Span,
            Excerpt(declaration.Line.Text),
            $"an earlier line describes {(declaration.IsKey ? "KEYS" : "ARGV")}[{declaration.Index}]",
            "remove one of the two lines, or correct its index");

    public static void RaisesWithoutCode(this FindingBag findings, HeaderLine line) =>
        findings.Add(Rule.UnreadLine, line.Span, Excerpt(line.Text), "it names no error code", $"write `{line.ToPaste("RAISES CODE   " + TextAfter(line.Text, "RAISES"))}` with the first word of the error");

    /// <summary>A line about the reply that has two readings, or none.</summary>
    /// <param name="declaration">The reading as a type, if there is one.</param>
    public static void UnreadReply(this FindingBag findings, HeaderLine line, ReplyDeclaration? declaration, string text)
    {
        if (declaration is not null && declaration.Text.Length > 0)
        {
            var declared = HeaderText.Of(declaration.Type);
            if (declaration.Text.Split(',').All(part => TypeSpelling.Find(part.Trim()) is not null))
            {
                var types = declaration.Text.Split(',').Select((part, i) => $"element{i + 2}: {TypeSpelling.Find(part.Trim())!.Name}");
                var record = $"RETURNS (element1: {declared}, {string.Join(", ", types)})";
                findings.Add(Rule.UnreadLine, line.Span, Excerpt(line.Text), "its types can be elements of an array or words", $"write `{line.ToPaste(record)}` with the names of the elements");
                return;
            }

            findings.Add(
                Rule.UnreadLine,
                line.Span,
                Excerpt(line.Text),
                $"`{declared}` can be the type of the reply or a word of the description",
                $"write `{line.ToPaste(HeaderText.Of(declaration))}` for the type, or `{line.ToPaste("Returns " + Excerpt(text))}` for a description");
            return;
        }

        var word = new string([.. text.TakeWhile(char.IsLetterOrDigit)]);
        var rest = text.Substring(word.Length).Trim();
        if (TypeSpelling.IsWord(word) && rest.Length > 0 && text[word.Length] is ' ' or '\t')
        {
            findings.Add(
                Rule.UnreadLine,
                line.Span,
                Excerpt(line.Text),
                $"`{word}` can be meant as the type of the reply or as a word of the description",
                $"write `{line.ToPaste($"RETURNS {Remedy(word)}   {Excerpt(rest)}")}` for the type, or `{line.ToPaste("Returns " + Excerpt(text))}` for a description");
            return;
        }

        var type = text is ['{' or '[', ..] ? FieldsOf(text) : Remedy(word);
        findings.Add(Rule.UnreadLine, line.Span, Excerpt(line.Text), $"`{Excerpt(text)}` is not a type", $"write `{line.ToPaste("RETURNS " + type)}`, or another type of the header");
    }

    /// <summary><c>{allowed, left}</c>: the names are those of the elements, and only their types are missing.</summary>
    private static string FieldsOf(string text)
    {
        var close = text.IndexOf(text[0] == '{' ? '}' : ']');
        var names = close < 0 ? [] : text.Substring(1, close - 1).Split(',').Select(name => name.Trim()).ToList();
        return names.Count > 1 && names.All(HeaderText.IsName) && names.Distinct().Count() == names.Count
            ? $"({string.Join(", ", names.Select(name => Identifiers.Camel(name) + ": type"))})"
            : "(name: type, name: type)";
    }

    public static void MisspelledOption(this FindingBag findings, SourceSpan span, string word, string option) =>
        findings.Add(Rule.InvalidOption, span, $"'@{word}' is not an option", $"write `@{option}`");

    public static void BadOptionValue(this FindingBag findings, OptionDeclaration option, string example) =>
        findings.Add(
            Rule.InvalidOption,
            option.Span,
            option.Value is { } value ? $"'{Excerpt(value)}' is not a value of the option '@{option.Name}'" : $"The option '@{option.Name}' has no value",
            $"write, for example, `{example}`");

    public static void LateDeclaration(this FindingBag findings, HeaderLine line) =>
        findings.Add(Rule.LateDeclaration, line.Span, Excerpt(line.Text));

    /// <summary>A text for a message: one line of limited length.</summary>
    public static string Excerpt(string text) => Shortened(text.Replace('`', '\''));

    private static string Shortened(string text) => text.Length <= MaxLength ? text : text.Substring(0, MaxLength - 1).TrimEnd() + "…";

    private static string Remedy(string word) => ForeignTypes.RemedyFor(word, isReply: true) is { } remedy ? remedy.Split('`')[1] : "string";

    private static string TextAfter(string text, string keyword) => Excerpt(text.Substring(keyword.Length).Trim());
}
