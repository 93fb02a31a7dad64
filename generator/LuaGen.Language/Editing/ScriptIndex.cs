namespace LuaGen.Language.Editing;

/// <summary>Every place of a script that names something: hover, references, rename, highlights and tokens are queries of it.</summary>
internal sealed class ScriptIndex
{
    private readonly Occurrence[] _occurrences;

    /// <summary>The length of the longest occurrence, which bounds how far back one that contains a position can begin.</summary>
    private readonly int _longest;

    private ScriptIndex(Occurrence[] occurrences)
    {
        _occurrences = occurrences;
        foreach (var occurrence in occurrences)
        {
            _longest = Math.Max(_longest, occurrence.Span.Length);
        }
    }

    /// <summary>All places, in source order; where one contains another, the outer one comes first.</summary>
    public IReadOnlyList<Occurrence> All => _occurrences;

    public static ScriptIndex Of(ScriptAnalysis analysis)
    {
        var found = new List<Occurrence>();
        HeaderOccurrences.Collect(analysis, found);
        BodyOccurrences.Collect(analysis, found);
        CommandOccurrences.Collect(analysis, found);
        return new ScriptIndex([.. found.OrderBy(occurrence => occurrence.Span.Start).ThenByDescending(occurrence => occurrence.Span.Length)]);
    }

    /// <summary>The innermost place at an offset; the end of a name belongs to it, unless another one begins there.</summary>
    public Occurrence? At(int offset) => At(offset, _ => true);

    /// <summary>The element of a table at an offset, when a local that names the table is there: <c>keys[1]</c>.</summary>
    public Occurrence? ElementAt(int offset) =>
        At(offset) is { Entity: LocalEntity } local && At(offset, occurrence => occurrence.Entity is ParameterEntity && occurrence.Span.Start == local.Span.Start) is { } element ? element : null;

    private Occurrence? At(int offset, Func<Occurrence, bool> isWanted)
    {
        Occurrence? best = null;
        for (var i = LastStartingBy(offset); i >= 0 && _occurrences[i].Span.Start + _longest >= offset; i--)
        {
            var span = _occurrences[i].Span;
            if (span.Start <= offset && offset <= span.End && isWanted(_occurrences[i]) && (best is null || IsBetter(span, best.Value.Span, offset)))
            {
                best = _occurrences[i];
            }
        }

        return best;
    }

    /// <summary>All places of one entity, in source order.</summary>
    public IEnumerable<Occurrence> Of(ScriptEntity entity) => _occurrences.Where(occurrence => occurrence.Entity.Equals(entity));

    private static bool IsBetter(SourceSpan span, SourceSpan than, int offset) =>
        (offset < span.End) != (offset < than.End) ? offset < span.End : span.Length < than.Length;

    private int LastStartingBy(int offset)
    {
        var (low, high) = (0, _occurrences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_occurrences[middle].Span.Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
