using LuaGen.Language.Syntax;

namespace LuaGen.Language.Header;

/// <summary>
/// Reads comments line by line: those before the first statement, which are the header, and those after it.
/// </summary>
internal static class HeaderComment
{
    /// <summary>All lines before the first statement, whatever empty lines are between them.</summary>
    public static List<HeaderLine> Lines(SyntaxTree tree)
    {
        var lines = new List<HeaderLine>();
        var end = tree.HeaderStart ?? tree.Shebang?.Span.End ?? 0;
        var run = 0;
        var wasLong = false;
        foreach (var comment in tree.Comments)
        {
            if (comment.Span.Start < end)
            {
                continue;
            }

            if (CommentPlaces.LineEndsBetween(tree.Text, end, comment.Span.Start) is not { } lineEnds)
            {
                break;
            }

            if (lineEnds > 1 || comment.IsLong || wasLong)
            {
                run++;
            }

            (end, wasLong) = (comment.Span.End, comment.IsLong);
            Add(tree.Text, comment, run, lines);
        }

        return lines;
    }

    /// <summary>The lines of the comments after the first statement that have their lines for themselves.</summary>
    public static List<HeaderLine> LinesBelow(SyntaxTree tree)
    {
        var lines = new List<HeaderLine>();
        var end = tree.Shebang?.Span.End ?? 0;
        var isBelow = false;
        var run = 0;
        foreach (var comment in tree.Comments)
        {
            var lineEnds = CommentPlaces.LineEndsBetween(tree.Text, end, comment.Span.Start);
            isBelow |= lineEnds is null;
            run += lineEnds is null or > 1 || comment.IsLong ? 1 : 0;
            end = comment.Span.End;
            if (isBelow && CommentPlaces.IsFirstOnLine(tree.Text, comment.Span.Start))
            {
                Add(tree.Text, comment, run, lines);
            }
        }

        return lines;
    }

    private static void Add(string text, Comment comment, int run, List<HeaderLine> lines)
    {
        if (comment.IsLong)
        {
            AddLong(text, comment, run, lines);
        }

        // "---@…" belongs to other tools, "--!df …" to Dragonfly, and "luagen: disable …" is a suppression comment, wherever it appears.
        else if (!StartsWith(text, comment, "---@") && !StartsWith(text, comment, "--!df ") && !StartsWith(text, comment, "-- luagen:") && !StartsWith(text, comment, "--luagen:"))
        {
            var start = comment.Span.Start + (StartsWith(text, comment, "---") ? 3 : 2);
            Add(text, start, comment.Span.End, run, isInBlock: false, lines);
        }
    }

    private static bool StartsWith(string text, Comment comment, string mark) =>
        string.CompareOrdinal(text, comment.Span.Start, mark, 0, mark.Length) == 0;

    private static void AddLong(string text, Comment comment, int run, List<HeaderLine> lines)
    {
        // "--[==[" and "]==]": the brackets have equal lengths, apart from the two dashes.
        var open = text.IndexOf('[', comment.Span.Start + 3) + 1;
        var close = comment.Span.End - (open - comment.Span.Start - 2);
        for (var start = open; start <= close;)
        {
            var end = text.IndexOfAny(['\r', '\n'], start, close - start);
            end = end < 0 ? close : end;
            Add(text, start, end, run, isInBlock: true, lines);
            if (start == open)
            {
                // The lines below are indented from the left margin, so this one is too.
                lines[lines.Count - 1] = lines[lines.Count - 1] with { Indent = lines[lines.Count - 1].Indent + open - StartOfLine(text, comment.Span.Start) };
            }

            start = end + 1 < close && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }

    private static void Add(string text, int start, int end, int run, bool isInBlock, List<HeaderLine> lines)
    {
        var begin = SkipSpaces(text, start, end);
        if (begin < end && text[begin] == '*')
        {
            start = begin + 1;
            begin = SkipSpaces(text, start, end);
        }

        var indent = begin - start;
        var hasBullet = begin + 1 < end && text[begin] == '-' && text[begin + 1] is ' ' or '\t';
        if (hasBullet)
        {
            begin = SkipSpaces(text, begin + 1, end);
        }

        lines.Add(new HeaderLine(text.Substring(begin, end - begin).TrimEnd(), begin, indent, run) { HasBullet = hasBullet, IsInBlock = isInBlock });
    }

    private static int StartOfLine(string text, int position)
    {
        while (position > 0 && !Characters.IsLineEnd(text[position - 1]))
        {
            position--;
        }

        return position;
    }

    private static int SkipSpaces(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }
}
