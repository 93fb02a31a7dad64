namespace LuaGen.Language.Includes;

/// <summary>Which files of a project include which. Files without a directive need not be passed in.</summary>
internal sealed class IncludeGraph
{
    private readonly Dictionary<string, HashSet<string>> _included = new(StringComparer.Ordinal);

    /// <param name="closures">The files that include others, each with all that it includes, directly and through others.</param>
    public IncludeGraph(IEnumerable<(string Path, IEnumerable<string> Included)> closures)
    {
        foreach (var (path, included) in closures)
        {
            _included[path] = new HashSet<string>(included, StringComparer.Ordinal);
        }
    }

    /// <summary>The files that others include, in order.</summary>
    public IEnumerable<string> Included => _included.Values.SelectMany(paths => paths).Distinct().Where(path => IncludersOf(path).Any()).OrderBy(path => path, StringComparer.Ordinal);

    /// <summary>The files that include a file. One that it includes itself does not count: of a cycle, each file reports its part.</summary>
    public IEnumerable<string> IncludersOf(string path) =>
        _included.Where(pair => pair.Key != path && pair.Value.Contains(path) && !(_included.TryGetValue(path, out var own) && own.Contains(pair.Key))).Select(pair => pair.Key);
}
