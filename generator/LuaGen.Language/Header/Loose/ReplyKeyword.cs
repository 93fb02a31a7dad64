namespace LuaGen.Language.Header.Loose;

/// <summary>The keyword of a line about the reply, as people write it: <c>RETURNS:</c>, <c>Returns</c>, <c>@return</c>, <c>RETURN VALUE:</c>.</summary>
/// <param name="Line">The line, without the braces that JSDoc writes around the type.</param>
/// <param name="End">The offset after the keyword and its separator.</param>
/// <param name="IsUpper">Whether all of it is in upper case.</param>
/// <param name="IsOpen">Whether it is written so that text may follow the type.</param>
/// <param name="IsSingular">Whether it is <c>return</c>, without a separator.</param>
/// <param name="IsNullable">Whether <c>?</c> follows it.</param>
internal sealed record ReplyKeyword(HeaderLine Line, int End, bool IsUpper, bool IsOpen, bool IsSingular, bool IsNullable)
{
    /// <summary>The keyword of a line; <see langword="null"/> for any other line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isSentence">Whether the lines around it make it a part of a sentence.</param>
    public static ReplyKeyword? Read(HeaderLine line, bool isSentence)
    {
        var text = line.Text;
        var position = text.StartsWith("@", StringComparison.Ordinal) ? 1 : 0;
        var end = position;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        var keyword = text.Substring(position, end - position);
        var isSingular = keyword.Equals("return", StringComparison.OrdinalIgnoreCase);
        if (!isSingular && !keyword.Equals("returns", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isUpper = keyword.All(char.IsUpper);
        end = ValueEnd(text, end);
        var isNullable = end < text.Length && text[end] == '?';
        end += isNullable ? 1 : 0;
        var start = Separators.SkipSpaces(text, end);
        var hasSeparator = start < text.Length && text[start] is ':' or '=' or '-' or '–' or '—';
        start = hasSeparator ? Separators.SkipSpaces(text, start + 1) : start;
        if (start == text.Length || start == end || (!isUpper && position == 0 && isSentence))
        {
            return null;
        }

        var isBraced = BraceEnd(text, start) is not null;
        return new ReplyKeyword(
            isBraced ? WithoutBraces(line, start) : line,
            isBraced ? start + 1 : start,
            isUpper,
            IsOpen: isUpper || position == 1 || (hasSeparator && char.IsUpper(keyword[0])),
            IsSingular: isSingular && !hasSeparator,
            isNullable);
    }

    /// <summary><c>RETURN VALUE: the item</c>: the keyword is two words.</summary>
    private static int ValueEnd(string text, int end)
    {
        foreach (var word in new[] { " values:", " value:" })
        {
            if (string.Compare(text, end, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return end + word.Length - 1;
            }
        }

        return end;
    }

    /// <summary><c>@returns {number} the count</c>, as JSDoc writes it: the place of the closing brace.</summary>
    private static int? BraceEnd(string text, int start) =>
        text[start] == '{' && text.IndexOf('}', start) is var close && close > start + 1 && text.Skip(start + 1).Take(close - start - 1).All(char.IsLetterOrDigit) ? close : null;

    private static HeaderLine WithoutBraces(HeaderLine line, int open)
    {
        var text = line.Text.ToCharArray();
        (text[open], text[BraceEnd(line.Text, open)!.Value]) = (' ', ' ');
        return line with { Text = new string(text) };
    }
}
