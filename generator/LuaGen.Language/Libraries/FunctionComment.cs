using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>Finds the comment that is the header of a function: directly above its registration, or above the function that is registered.</summary>
internal static class FunctionComment
{
    /// <summary>Where the comment starts; the place of the registration if there is none.</summary>
    public static int StartOf(SyntaxTree tree, FunctionRegistration function) =>
        StartAbove(tree, function.Statement.Span.Start)
        ?? (function.Definition is { } definition ? StartAbove(tree, definition.Span.Start) : null)
        ?? function.Statement.Span.Start;

    private static int? StartAbove(SyntaxTree tree, int statement)
    {
        int? start = null;
        var end = statement;
        for (var i = tree.Comments.Count - 1; i >= 0; i--)
        {
            var comment = tree.Comments[i];
            if (comment.Span.End > end)
            {
                continue;
            }

            if (!IsDirectlyAbove(tree.Text, comment.Span.End, end) || !IsFirstOnLine(tree.Text, comment.Span.Start))
            {
                break;
            }

            start = end = comment.Span.Start;
        }

        return start;
    }

    private static bool IsDirectlyAbove(string text, int from, int to)
    {
        var lineEnds = 0;
        for (var i = from; i < to; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                return false;
            }

            lineEnds += text[i] == '\n' || (text[i] == '\r' && !(i + 1 < to && text[i + 1] == '\n')) ? 1 : 0;
        }

        return lineEnds < 2;
    }

    private static bool IsFirstOnLine(string text, int start)
    {
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || Characters.IsLineEnd(text[start - 1]);
    }
}
