using LuaGen.Language.Syntax;

namespace LuaGen.Language.Header;

/// <summary>
/// Finds the header among a script's comments: the first run of <c>--</c> lines after the shebang, or one long comment.
/// </summary>
internal static class HeaderComment
{
    public static List<HeaderLine> Lines(SyntaxTree tree)
    {
        var lines = new List<HeaderLine>();
        var end = tree.Shebang?.Span.End ?? 0;
        foreach (var comment in tree.Comments)
        {
            if (!IsNextLine(tree.Text, end, comment.Span.Start, isFirst: lines.Count == 0))
            {
                break;
            }

            end = comment.Span.End;
            if (comment.IsLong)
            {
                if (lines.Count == 0)
                {
                    AddLong(tree.Text, comment, lines);
                }

                break;
            }

            // "---@…" belongs to other tools, "--!df …" to Dragonfly, and "luagen: disable …" is a suppression comment, wherever it appears.
            if (!StartsWith(tree.Text, comment, "--!df ") && !StartsWith(tree.Text, comment, "---@") && !StartsWith(tree.Text, comment, "-- luagen:") && !StartsWith(tree.Text, comment, "--luagen:"))
            {
                Add(tree.Text, comment.Span.Start + 2, comment.Span.End, lines);
            }
        }

        return lines;
    }

    /// <summary>Only white space may precede a header, and only one line end may separate two of its lines.</summary>
    private static bool IsNextLine(string text, int end, int start, bool isFirst)
    {
        var lineEnds = 0;
        for (var i = end; i < start; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < start && text[i + 1] == '\n')))
            {
                lineEnds++;
            }
            else if (!char.IsWhiteSpace(text[i]))
            {
                return false;
            }
        }

        return isFirst || lineEnds <= 1;
    }

    private static bool StartsWith(string text, Comment comment, string mark) =>
        string.CompareOrdinal(text, comment.Span.Start, mark, 0, mark.Length) == 0;

    private static void AddLong(string text, Comment comment, List<HeaderLine> lines)
    {
        // "--[==[" and "]==]": the brackets have equal lengths, apart from the two dashes.
        var open = text.IndexOf('[', comment.Span.Start + 3) + 1;
        var close = comment.Span.End - (open - comment.Span.Start - 2);
        for (var start = open; start <= close;)
        {
            var end = text.IndexOfAny(['\r', '\n'], start, close - start);
            end = end < 0 ? close : end;
            Add(text, start, end, lines);
            start = end + 1 < close && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }

    private static void Add(string text, int start, int end, List<HeaderLine> lines)
    {
        var begin = SkipBlanks(text, start, end);
        if (begin < end && text[begin] == '*')
        {
            start = begin + 1;
            begin = SkipBlanks(text, start, end);
        }

        lines.Add(new HeaderLine(text.Substring(begin, end - begin).TrimEnd(), begin, begin - start));
    }

    private static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t')
        {
            start++;
        }

        return start;
    }
}
