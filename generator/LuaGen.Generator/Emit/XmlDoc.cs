using System.Text;

namespace LuaGen.Generator.Emit;

/// <summary>Writes documentation comments; nothing that a header says can end one or break its XML.</summary>
internal static class XmlDoc
{
    /// <summary>An element whose text is shown as it is: paths, commands, literals.</summary>
    public static void Element(CSharpWriter writer, string element, string text) => Write(writer, element, Escape(text));

    /// <summary>An element whose text is a header's prose, where backticks enclose code.</summary>
    public static void Prose(CSharpWriter writer, string element, string text) => Write(writer, element, EscapeProse(text));

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

    /// <summary>
    /// Prose on one line: <c>`GET`</c> becomes <c>&lt;c&gt;GET&lt;/c&gt;</c>. As in Markdown, a run of backticks ends at the
    /// next run of the same length; a run without such an end stays as it is, and so does one inside a word (<c>don`t</c>).
    /// </summary>
    public static string EscapeProse(string text)
    {
        if (text.IndexOf('`') < 0)
        {
            return Escape(text);
        }

        var prose = new StringBuilder(text.Length + 16);
        var plain = 0;
        for (var i = text.IndexOf('`'); i >= 0; i = text.IndexOf('`', i))
        {
            var length = RunOfBackticks(text, i);
            var start = i + length;
            var end = i > 0 && IsAsciiLetterOrDigit(text[i - 1]) ? -1 : EndOfCode(text, start, length);
            if (end < 0)
            {
                i = start;
                continue;
            }

            var code = text.Substring(start, end - start).Trim();
            if (code.Length > 0)
            {
                prose.Append(Escape(text.Substring(plain, i - plain))).Append("<c>").Append(Escape(code)).Append("</c>");
                plain = end + length;
            }

            i = end + length;
        }

        return prose.Append(Escape(text.Substring(plain))).ToString();
    }

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

    private static void Write(CSharpWriter writer, string element, string xml) =>
        writer.Write($"/// <{element}>{xml}</{element.Split(' ')[0]}>");

    private static int RunOfBackticks(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        return end - start;
    }

    /// <summary>Where the run of backticks is that ends the code; -1 where there is none.</summary>
    private static int EndOfCode(string text, int start, int length)
    {
        for (var i = text.IndexOf('`', start); i >= 0; i = text.IndexOf('`', i))
        {
            var run = RunOfBackticks(text, i);
            if (run == length)
            {
                return i;
            }

            i += run;
        }

        return -1;
    }

    private static bool IsAsciiLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static int PlainEnd(string text, int start, int end)
    {
        while (start < end && text[start] is >= ' ' and <= '~' and not ('&' or '<' or '>' or '"'))
        {
            start++;
        }

        return start;
    }
}
