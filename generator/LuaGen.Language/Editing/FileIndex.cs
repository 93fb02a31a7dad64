using LuaGen.Language.Binding;

namespace LuaGen.Language.Editing;

/// <summary>
/// What a file names: one index for a script. In a library each function has one of its own, since <c>KEYS[1]</c> of one function is not
/// that of another; what functions share, such as locals, is in the index of the file.
/// </summary>
internal sealed class FileIndex(ScriptAnalysis analysis)
{
    private readonly Dictionary<ScriptAnalysis, ScriptIndex> _indexes = [];

    /// <summary>The index of the file.</summary>
    public ScriptIndex Whole => Of(analysis);

    /// <summary>The index of the file or of one of its functions, computed once.</summary>
    public ScriptIndex Of(ScriptAnalysis part)
    {
        if (!_indexes.TryGetValue(part, out var index))
        {
            _indexes.Add(part, index = ScriptIndex.Of(part));
        }

        return index;
    }

    /// <summary>What a description of the place at an offset is about: the element in <c>keys[1]</c>, and not the local <c>keys</c>.</summary>
    public NamedPlace? Described(int offset)
    {
        var part = analysis.At(offset);
        var found = Of(part).ElementAt(offset) ?? Of(part).At(offset);
        return found is { } occurrence ? new NamedPlace(part, Of(part), occurrence)
            : part != analysis && Whole.At(offset) is { } other ? new NamedPlace(analysis, Whole, other)
            : null;
    }

    /// <summary>What is named at an offset, in the index that has all of its places.</summary>
    public NamedPlace? Named(int offset)
    {
        var part = analysis.At(offset);
        var found = Of(part).At(offset);
        return found is { } own && IsOfFunction(part, own.Entity) ? new NamedPlace(part, Of(part), own)
            : Whole.At(offset) is { } shared ? new NamedPlace(analysis, Whole, shared)
            : found is { } other ? new NamedPlace(part, Of(part), other)
            : null;
    }

    /// <summary>All places of what is named at a place, in source order.</summary>
    public IEnumerable<Occurrence> PlacesOf(NamedPlace place)
    {
        var indexes = place.Entity is CodeEntity ? analysis.Functions.Select(Of).Prepend(Whole) : [place.Index];
        return indexes.SelectMany(index => index.Of(place.Entity)).GroupBy(occurrence => occurrence.Span).Select(same => same.First()).OrderBy(occurrence => occurrence.Span.Start);
    }

    /// <summary>Whether only one function has what is named: what its header declares, and a local for it.</summary>
    private static bool IsOfFunction(ScriptAnalysis function, ScriptEntity entity) =>
        entity is ParameterEntity or GroupEntity or FieldEntity || (entity is LocalEntity { Symbol.OnlyValue: { } value } && ParameterReads.Of(function.Script, value) is not null);
}
