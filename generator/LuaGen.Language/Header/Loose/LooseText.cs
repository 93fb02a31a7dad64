namespace LuaGen.Language.Header.Loose;

/// <summary>Small readings of lines.</summary>
internal static class LooseText
{
    /// <summary>The line with a space for every other white space, such as a no-break space.</summary>
    public static HeaderLine WithPlainSpaces(HeaderLine line) => line.Text.Any(IsForeignSpace)
        ? line with { Text = new string([.. line.Text.Select(c => IsForeignSpace(c) ? ' ' : c)]) }
        : line;

    /// <summary>The text of a span in a line.</summary>
    public static string At(HeaderLine line, SourceSpan span) => line.Text.Substring(span.Start - line.Start, span.Length);

    /// <summary><c>@param stock the stock key</c>, <c>@param stock string the stock key</c></summary>
    public static NamedDescription? Parameter(HeaderLine line)
    {
        const string Tag = "@param ";
        if (!line.Text.StartsWith(Tag, StringComparison.Ordinal))
        {
            return null;
        }

        var scanner = new HeaderScanner(line) { Position = Tag.Length };
        while (scanner.TryTake(" "))
        {
        }

        if (scanner.TryTakeName() is not { } name)
        {
            return null;
        }

        var start = scanner.Position;
        while (start < line.Text.Length && line.Text[start] is ' ' or '\t' or ':' or '-')
        {
            start++;
        }

        var type = LooseTypes.At(line, start, isReply: false);
        return type is var (known, end) && (end == line.Text.Length || line.Text[end] == ' ')
            ? new NamedDescription(line, name, known, line.Text.Substring(end).Trim())
            : new NamedDescription(line, name, Type: null, line.Text.Substring(start).Trim());
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

    private static bool IsForeignSpace(char c) => c is not (' ' or '\t') && char.IsWhiteSpace(c);
}
