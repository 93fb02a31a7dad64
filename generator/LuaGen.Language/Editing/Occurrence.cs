namespace LuaGen.Language.Editing;

/// <summary>One place of a script that names an entity.</summary>
/// <param name="Span">The name, without quotation marks.</param>
/// <param name="Entity">What it names.</param>
/// <param name="Role">What happens to the entity there.</param>
internal readonly record struct Occurrence(SourceSpan Span, ScriptEntity Entity, OccurrenceRole Role);
