using System.Text;

namespace LuaGen.Language.Text;

/// <summary>The text of a script as it is sent, and its lines as Lua counts them.</summary>
internal static class ScriptText
{
    /// <summary>
    /// The text with every line end that Lua recognizes (LF, CR, CRLF, LFCR) replaced by LF. This text is hashed and sent,
    /// as UTF-8 without a byte order mark. Text without CR is returned unchanged.
    /// </summary>
    public static string Normalize(string text)
    {
        var cr = text.IndexOf('\r');
        if (cr < 0)
        {
            return text;
        }

        var normalized = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Characters.IsLineEnd(text[i]))
            {
                normalized.Append(text[i]);
                continue;
            }

            normalized.Append('\n');
            i = EndOfLineEnd(text, i) - 1;
        }

        return normalized.ToString();
    }

    /// <summary>The offset after the line end at <paramref name="position"/>.</summary>
    public static int EndOfLineEnd(string text, int position)
    {
        var next = position + 1;
        return next < text.Length && Characters.IsLineEnd(text[next]) && text[next] != text[position] ? next + 1 : next;
    }

    /// <summary>The part of a span that is on the span's last line.</summary>
    public static SourceSpan LastLineOf(string text, SourceSpan span)
    {
        var start = span.End;
        while (start > span.Start && !Characters.IsLineEnd(text[start - 1]))
        {
            start--;
        }

        return SourceSpan.FromBounds(start, span.End);
    }
}
