namespace LuaGen.Language.Header.Loose;

/// <summary>The spaces, separators and list marks between the parts of a line.</summary>
internal static class Separators
{
    public static int SkipSpaces(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    /// <summary>Whether a separator is at a position or after the spaces there.</summary>
    public static bool IsAt(string text, int position)
    {
        position = SkipSpaces(text, position);
        return position < text.Length && text[position] is ':' or '=' or '-' or '–' or '—' or '→' or '|';
    }

    /// <summary>The offset after the spaces and separators at a position.</summary>
    public static int EndOf(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or ':' or '=' or '-' or '–' or '—' or '→' or '>' or ',' or '|')
        {
            position++;
        }

        return position;
    }

    /// <summary>The text that follows a declaration, without the separators before it.</summary>
    public static string TextAfter(string rest) => rest.Trim().TrimStart(',', ':', ';', '-', '–', '—', ' ').Trim();

    /// <summary>Whether a text begins with a dash between spaces: <c> - </c>, <c> -- </c>.</summary>
    public static bool IsDash(string rest) =>
        rest is [' ', '-' or '–' or '—', ' ', ..] || rest.StartsWith(" -- ", StringComparison.Ordinal);

    /// <summary>Whether a text begins with two spaces or a tab, which separate a description.</summary>
    public static bool IsGap(string rest) => rest is ['\t', ..] || rest.StartsWith("  ", StringComparison.Ordinal);

    /// <summary>The offset after the list mark that a line begins with: <c>• </c>, <c>1. </c>, <c>2) </c>.</summary>
    public static int BulletEnd(string text)
    {
        var end = 0;
        if (text.Length > 2 && text[0] is '•' or '+' or '>' or '·' or '|' && text[1] == ' ')
        {
            return SkipSpaces(text, 1);
        }

        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end is > 0 and < 4 && end + 1 < text.Length && text[end] is '.' or ')' && text[end + 1] == ' ' ? SkipSpaces(text, end + 1) : 0;
    }
}
