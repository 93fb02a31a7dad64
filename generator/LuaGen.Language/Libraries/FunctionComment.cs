using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>
/// Finds the comments that may be the header of a function: above its registration, above the function that is registered,
/// above the callback or the name inside the call, and at the top of the callback's body.
/// </summary>
internal static class FunctionComment
{
    /// <summary>The place where the header starts: the first comment that declares something, otherwise the comment that documents the function.</summary>
    /// <param name="declares">Whether the comment that starts at a place declares something.</param>
    public static int StartOf(SyntaxTree tree, FunctionRegistration function, Func<int, bool> declares)
    {
        var registration = function.Statement.Span.Start;
        var definition = function.Definition?.Span.Start;
        int?[] starts =
        [
            StartAbove(tree, registration),
            definition is null ? null : StartAbove(tree, definition.Value),
            .. function.ArgumentStarts.Select(place => StartAbove(tree, place)),
            StartInside(tree, function.Body),

            // A header may be separated by empty lines, as that of a script may be.
            FarAbove(tree, registration),
            definition is null ? null : FarAbove(tree, definition.Value),
        ];
        return starts.FirstOrDefault(start => start is { } place && declares(place))
            ?? (definition is null ? null : starts[1]) ?? starts[0] ?? registration;
    }

    /// <summary>The start of the comment above a place, without an empty line between.</summary>
    private static int? StartAbove(SyntaxTree tree, int place)
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

            if (LineEnds(tree.Text, comment.Span.End, end) is not < 2 || !IsFirstOnLine(tree.Text, comment.Span.Start))
            {
                break;
            }

            start = end = comment.Span.Start;
        }

        return start;
    }

    /// <summary>The start of the nearest comment above a place and above the empty lines there.</summary>
    private static int? FarAbove(SyntaxTree tree, int place)
    {
        var bottom = StartAbove(tree, place) ?? place;
        var above = tree.Comments.LastOrDefault(comment => comment.Span.End <= bottom);
        return above.Span.Length > 0 && LineEnds(tree.Text, above.Span.End, bottom) is not null && IsFirstOnLine(tree.Text, above.Span.Start)
            ? StartAbove(tree, above.Span.Start) ?? above.Span.Start
            : null;
    }

    /// <summary>The start of the comment before the first statement of the body.</summary>
    private static int? StartInside(SyntaxTree tree, FunctionBody body)
    {
        var end = body.Block.Statements.Count > 0 ? body.Block.Statements[0].Span.Start : body.Span.End;
        var first = tree.Comments.FirstOrDefault(comment => comment.Span.Start > body.Span.Start);
        return first.Span.Length > 0 && first.Span.End <= end && IsFirstOnLine(tree.Text, first.Span.Start) ? first.Span.Start : null;
    }

    /// <summary>The number of line ends between two places; <see langword="null"/> if anything else is between them.</summary>
    private static int? LineEnds(string text, int from, int to)
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

    private static bool IsFirstOnLine(string text, int start)
    {
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || Characters.IsLineEnd(text[start - 1]);
    }
}
