namespace LuaGen.Language.Syntax;

/// <summary>Where comments are in relation to the code around them.</summary>
internal static class CommentPlaces
{
    /// <summary>The start of the comment above a place, without an empty line between.</summary>
    public static int? StartAbove(SyntaxTree tree, int place)
    {
        int? start = null;
        var end = place;
        for (var i = tree.Comments.Count - 1; i >= 0; i--)
        {
            var comment = tree.Comments[i];
            if (comment.Span.End > end)
            {
                continue;
            }

            if (LineEndsBetween(tree.Text, comment.Span.End, end) is not < 2 || !IsFirstOnLine(tree.Text, comment.Span.Start))
            {
                break;
            }

            start = end = comment.Span.Start;
        }

        return start;
    }

    /// <summary>The number of line ends between two places; <see langword="null"/> if anything else is between them.</summary>
    public static int? LineEndsBetween(string text, int from, int to)
    {
        var lineEnds = 0;
        for (var i = from; i < to; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                return null;
            }

            lineEnds += text[i] == '\n' || (text[i] == '\r' && !(i + 1 < to && text[i + 1] == '\n')) ? 1 : 0;
        }

        return lineEnds;
    }

    /// <summary>Whether nothing but space is before a place on its line.</summary>
    public static bool IsFirstOnLine(string text, int start)
    {
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || Characters.IsLineEnd(text[start - 1]);
    }

    /// <summary>Whether a place is in a comment.</summary>
    public static bool IsInComment(SyntaxTree tree, int place)
    {
        var (low, high) = (0, tree.Comments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tree.Comments[middle].Span.Start <= place ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && place < tree.Comments[low - 1].Span.End;
    }
}
