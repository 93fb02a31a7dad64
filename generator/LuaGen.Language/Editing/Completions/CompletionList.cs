namespace LuaGen.Language.Editing.Completions;

/// <summary>What can be written at a position.</summary>
/// <param name="Span">The text that a candidate replaces.</param>
/// <param name="Candidates">The candidates, the likeliest first.</param>
internal sealed record CompletionList(SourceSpan Span, IReadOnlyList<Candidate> Candidates)
{
    public static CompletionList None { get; } = new(default, []);

    /// <summary>The list with the candidates that begin with the text between the span's start and the position.</summary>
    public static CompletionList Of(string text, SourceSpan span, int offset, IEnumerable<Candidate> candidates)
    {
        var typed = text.Substring(span.Start, Math.Max(0, offset - span.Start));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new CompletionList(span, [.. candidates.OrderBy(candidate => candidate.Rank).Where(candidate => candidate.Matches(typed) && seen.Add(candidate.Text))]);
    }
}
