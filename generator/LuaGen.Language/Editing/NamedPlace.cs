namespace LuaGen.Language.Editing;

/// <summary>A place that names something, with the analysis that knows it: in a library that of a function, or that of the file.</summary>
internal sealed record NamedPlace(ScriptAnalysis Analysis, ScriptIndex Index, Occurrence Occurrence)
{
    public ScriptEntity Entity => Occurrence.Entity;

    public SourceSpan Span => Occurrence.Span;
}
