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
        return StartsOf(tree, function).Where(declares).Select(start => (int?)start).FirstOrDefault()
            ?? (function.Definition is { } definition ? CommentPlaces.StartAbove(tree, definition.Span.Start) : null) ?? CommentPlaces.StartAbove(tree, registration) ?? registration;
    }

    /// <summary>Where the comments start that may be the header, the likeliest first.</summary>
    public static IEnumerable<int> StartsOf(SyntaxTree tree, FunctionRegistration function)
    {
        var registration = function.Statement.Span.Start;
        var definition = function.Definition?.Span.Start;
        int?[] starts =
        [
            CommentPlaces.StartAbove(tree, registration),
            definition is null ? null : CommentPlaces.StartAbove(tree, definition.Value),
            .. function.ArgumentStarts.Select(place => CommentPlaces.StartAbove(tree, place)),
            StartInside(tree, function.Body),

            // A header may be separated by empty lines, as that of a script may be.
            FarAbove(tree, registration),
            definition is null ? null : FarAbove(tree, definition.Value),
        ];
        return starts.OfType<int>();
    }

    /// <summary>The start of the nearest comment above a place and above the empty lines there.</summary>
    private static int? FarAbove(SyntaxTree tree, int place)
    {
        var bottom = CommentPlaces.StartAbove(tree, place) ?? place;
        var above = tree.Comments.LastOrDefault(comment => comment.Span.End <= bottom);
        return above.Span.Length > 0 && CommentPlaces.LineEndsBetween(tree.Text, above.Span.End, bottom) is not null && CommentPlaces.IsFirstOnLine(tree.Text, above.Span.Start)
            ? CommentPlaces.StartAbove(tree, above.Span.Start) ?? above.Span.Start
            : null;
    }

    /// <summary>The start of the comment before the first statement of the body.</summary>
    private static int? StartInside(SyntaxTree tree, FunctionBody body)
    {
        var end = body.Block.Statements.Count > 0 ? body.Block.Statements[0].Span.Start : body.Span.End;
        var first = tree.Comments.FirstOrDefault(comment => comment.Span.Start > body.Span.Start);
        return first.Span.Length > 0 && first.Span.End <= end && CommentPlaces.IsFirstOnLine(tree.Text, first.Span.Start) ? first.Span.Start : null;
    }
}
