namespace LuaGen.Language.Header.Loose;

/// <summary>Small readings of lines.</summary>
internal static class LooseText
{
    /// <summary>The line with a space for every other white space, such as a no-break space, and ASCII for the full-width separators of declarations.</summary>
    public static HeaderLine WithPlainSeparators(HeaderLine line)
    {
        if (line.Text.All(c => c < '\x80' && (c > ' ' || c is ' ' or '\t')))
        {
            return line;
        }

        var text = line.Text.ToCharArray();
        var isList = LooseIndex.TableAt(line.Text, 0) is not null && line.Text.IndexOf('[') < 0;
        var hasColon = false;
        for (var i = 0; i < text.Length; i++)
        {
            // Only the first colon is a separator; later ones belong to the description.
            var isColon = text[i] is '\uFF1A' or '\uFF1D' && !hasColon;
            hasColon |= isColon || text[i] is ':' or '=';
            text[i] = isColon ? (text[i] == '\uFF1A' ? ':' : '=')
                : isList && text[i] is '\uFF0C' or '\u3001' ? ','
                : text[i] is not (' ' or '\t') && char.IsWhiteSpace(text[i]) ? ' '
                : text[i];
        }

        return line with { Text = new string(text) };
    }

    /// <summary>The text of a span in a line.</summary>
    public static string At(HeaderLine line, SourceSpan span) => line.Text.Substring(span.Start - line.Start, span.Length);

    /// <summary><c>@param stock the stock key</c>, <c>@param stock string the stock key</c>, <c>@tparam string stock the stock key</c>, <c>@param {string} stock</c></summary>
    public static NamedDescription? Parameter(HeaderLine line)
    {
        var tag = line.Text.StartsWith("@param ", StringComparison.Ordinal) ? "@param " : line.Text.StartsWith("@tparam ", StringComparison.Ordinal) ? "@tparam " : null;
        if (tag is null)
        {
            return null;
        }

        var start = Separators.SkipSpaces(line.Text, tag.Length);
        TypeSyntax? tagged = null;
        if (tag == "@tparam " || (start < line.Text.Length && line.Text[start] == '{'))
        {
            if (start == line.Text.Length)
            {
                return null;
            }

            var isBraced = line.Text[start] == '{';
            var typeEnd = line.Text.IndexOf(isBraced ? '}' : ' ', start);
            if (typeEnd < 0)
            {
                return null;
            }

            tagged = LooseTypes.Of(line, isBraced ? start + 1 : start, typeEnd, isReply: false);
            start = Separators.SkipSpaces(line.Text, typeEnd + 1);
        }

        var scanner = new HeaderScanner(line) { Position = start };
        if (scanner.TryTakeName() is not { } name)
        {
            return null;
        }

        start = scanner.Position;
        while (start < line.Text.Length && line.Text[start] is ' ' or '\t' or ':' or '-')
        {
            start++;
        }

        var type = tagged is null ? LooseTypes.At(line, start, isReply: false) : null;
        return type is var (known, end) && (end == line.Text.Length || line.Text[end] == ' ')
            ? new NamedDescription(line, name, known, line.Text.Substring(end).Trim())
            : new NamedDescription(line, name, tagged, line.Text.Substring(start).Trim());
    }

    /// <summary>The table that a line begins with in another spelling: <c>ARGS[1]</c>, <c>KEY[1]</c>; and its length.</summary>
    public static (string Table, int Length)? MisspelledTable(string text)
    {
        var length = text.TakeWhile(c => c is >= 'A' and <= 'Z').Count();
        if (length is < 3 or > 6 || length + 2 >= text.Length || text[length] != '[' || !char.IsDigit(text[length + 1]) || text.IndexOf(']', length) < 0)
        {
            return null;
        }

        return NearestName.Of(text.Substring(0, length), ["KEYS", "ARGV"]) is { } table && table != text.Substring(0, length) ? (table, length) : null;
    }
}
