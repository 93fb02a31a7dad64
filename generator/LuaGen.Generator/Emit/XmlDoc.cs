using System.Text;

namespace LuaGen.Generator.Emit;

/// <summary>Writes documentation comments; nothing that a header says can end one or break its XML.</summary>
internal static class XmlDoc
{
    public static void Element(CSharpWriter writer, string element, string text) =>
        writer.Write($"/// <{element}>{Escape(text)}</{element.Split(' ')[0]}>");

    /// <summary>Text for a comment: on one line, with the characters that it cannot hold replaced.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _ = c switch
            {
                _ when char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) => line.Append(c).Append(text[++i]),
                _ when c == '\t' || CSharpLiteral.IsPlain(c) => line.Append(c),
                _ when c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' => line.Append(' '),
                _ => line.Append('\uFFFD'),
            };
        }

        return line.ToString();
    }

    /// <summary>Text on one line, with the characters of XML escaped too.</summary>
    public static string Escape(string text) =>
        OneLine(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    /// <summary>Writes a line of a longer text; most can stand as they are.</summary>
    public static void Line(CSharpWriter writer, string text, int start, int end)
    {
        while (end > start && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        if (PlainEnd(text, start, end) == end)
        {
            writer.WriteLine("///", text, start, end - start);
        }
        else
        {
            var escaped = Escape(text.Substring(start, end - start));
            writer.WriteLine("///", escaped, 0, escaped.Length);
        }
    }

    private static int PlainEnd(string text, int start, int end)
    {
        while (start < end && text[start] is >= ' ' and <= '~' and not ('&' or '<' or '>' or '"'))
        {
            start++;
        }

        return start;
    }

    /// <summary>A header's words as a sentence of a summary: some mark at the end, so that texts can be joined.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 || text[text.Length - 1] is '.' or '!' or '?' or ':' or ';' ? text : text + ".";
}
