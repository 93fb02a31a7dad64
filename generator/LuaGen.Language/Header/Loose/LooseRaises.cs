namespace LuaGen.Language.Header.Loose;

/// <summary>Reads <c>RAISES X - text</c>, <c>RAISES A, B</c>, <c>Raises: X</c>.</summary>
internal static class LooseRaises
{
    private static readonly string[] Keywords = ["RAISES", "RAISE", "Raises", "@raises", "@raise"];

    private static readonly string[] Joiners = [", or ", " or ", ", ", ",", " | ", "|", " / ", "/"];

    /// <summary>The codes; none if the line begins with <c>RAISES</c> and names none; <see langword="null"/> for prose.</summary>
    public static IReadOnlyList<RaisesDeclaration>? Read(HeaderLine line)
    {
        var text = line.Text;
        var keyword = Keywords.FirstOrDefault(candidate => text.StartsWith(candidate, StringComparison.Ordinal) && text.Length > candidate.Length && text[candidate.Length] is ' ' or '\t' or ':');
        if (keyword is null)
        {
            return null;
        }

        var start = Separators.SkipSpaces(text, keyword.Length);
        var hasColon = start < text.Length && text[start] == ':';
        start = hasColon ? Separators.SkipSpaces(text, start + 1) : start;
        if (keyword == "Raises" && !hasColon)
        {
            return null;
        }

        var codes = new List<(int Start, int End)>();
        var end = start;
        while (CodeEnd(text, start) is { } codeEnd)
        {
            codes.Add((start, codeEnd));
            end = codeEnd;
            var joiner = Joiners.FirstOrDefault(candidate => string.CompareOrdinal(text, codeEnd, candidate, 0, candidate.Length) == 0);
            if (joiner is null)
            {
                break;
            }

            start = Separators.SkipSpaces(text, codeEnd + joiner.Length);
        }

        if (codes.Count == 0)
        {
            return keyword == "RAISES" ? [] : null;
        }

        var description = Separators.TextAfter(text.Substring(end));
        return [.. codes.Select(code => new RaisesDeclaration(
            codes.Count == 1 ? line.Span : SourceSpan.FromBounds(line.Start + code.Start, line.Start + code.End), text.Substring(code.Start, code.End - code.Start).Trim('\'', '"', '`'), description))];
    }

    /// <summary>The offset after a code; one letter before a word is an article.</summary>
    private static int? CodeEnd(string text, int start)
    {
        var end = start;
        var quote = end < text.Length && text[end] is '\'' or '"' or '`' ? text[end++] : '\0';
        var first = end;
        while (end < text.Length && (text[end] is (>= 'A' and <= 'Z') or '_' || (end > first && text[end] is >= '0' and <= '9')))
        {
            end++;
        }

        if (end == first || text[first] == '_' || (end < text.Length && char.IsLetterOrDigit(text[end])))
        {
            return null;
        }

        if (quote != '\0')
        {
            return end < text.Length && text[end] == quote ? end + 1 : null;
        }

        var isArticle = end == first + 1 && end + 1 < text.Length && text[end] == ' ' && char.IsLetter(text[end + 1]) && string.CompareOrdinal(text, end, " or ", 0, 4) != 0;
        return isArticle ? null : end;
    }
}
