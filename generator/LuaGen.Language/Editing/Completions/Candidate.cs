namespace LuaGen.Language.Editing.Completions;

/// <summary>A text that can be written at a position.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Rank">Its place among the candidates; lower is better, and equal ranks keep their order.</param>
/// <param name="Detail">A short note beside it.</param>
/// <param name="Entity">What its description is about.</param>
internal sealed record Candidate(string Text, CandidateKind Kind, int Rank, string? Detail = null, ScriptEntity? Entity = null)
{
    /// <summary>Another text by which it is found: the declared name of <c>KEYS[1]</c>.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether what is typed so far may become this candidate.</summary>
    public bool Matches(string typed) =>
        typed.Length == 0 || Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
        || Text.TrimStart('\'').StartsWith(typed, StringComparison.OrdinalIgnoreCase)
        || Alias?.StartsWith(typed, StringComparison.OrdinalIgnoreCase) == true;
}
