namespace LuaGen.Language.Fixing;

/// <summary>The lines of a file that edits insert or remove.</summary>
internal static class LineEnds
{
    /// <summary>The line end that a text uses.</summary>
    public static string Of(string text)
    {
        var first = text.IndexOfAny(['\r', '\n']);
        return first < 0 ? "\n" : text.Substring(first, ScriptText.EndOfLineEnd(text, first) - first);
    }

    public static int StartOfLine(string text, int offset)
    {
        while (offset > 0 && !Characters.IsLineEnd(text[offset - 1]))
        {
            offset--;
        }

        return offset;
    }

    /// <summary>The end of a line, before its line end.</summary>
    public static int EndOfLine(string text, int offset)
    {
        var end = text.IndexOfAny(['\r', '\n'], offset);
        return end < 0 ? text.Length : end;
    }

    /// <summary>The start of the next line, or the end of the text.</summary>
    public static int StartOfNextLine(string text, int offset)
    {
        var end = EndOfLine(text, offset);
        return end < text.Length ? ScriptText.EndOfLineEnd(text, end) : end;
    }

    /// <summary>The spaces and tabs that a line begins with.</summary>
    public static string IndentAt(string text, int lineStart)
    {
        var end = lineStart;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.Substring(lineStart, end - lineStart);
    }
}
