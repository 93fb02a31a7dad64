namespace LuaGen.Language.Fixing;

/// <summary>A change of a script that removes one finding.</summary>
/// <param name="Title">What the change does, as an editor offers it.</param>
/// <param name="Edits">The edits, in the order of the text; no two overlap.</param>
internal sealed record ScriptFix(string Title, EquatableArray<TextEdit> Edits)
{
    /// <summary>Whether another fix can be applied together with this one.</summary>
    public bool IsApartFrom(ScriptFix other) => !Edits.Any(mine => other.Edits.Any(theirs => mine.Span.Start <= theirs.Span.End && theirs.Span.Start <= mine.Span.End));
}
