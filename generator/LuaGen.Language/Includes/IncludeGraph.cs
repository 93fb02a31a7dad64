namespace LuaGen.Language.Includes;

/// <summary>Which files of a project include which. Files without a directive need not be passed in.</summary>
internal sealed class IncludeGraph
{
    private readonly Dictionary<string, List<string>> _includers = new(StringComparer.Ordinal);

    /// <param name="closures">The files that include others, each with all that it includes, directly and through others.</param>
    public IncludeGraph(IEnumerable<(string Path, IEnumerable<string> Included)> closures)
    {
        var included = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (path, paths) in closures)
        {
            included[path] = new HashSet<string>(paths, StringComparer.Ordinal);
        }

        foreach (var path in included.Keys.OrderBy(path => path, StringComparer.Ordinal))
        {
            foreach (var part in included[path].Where(part => part != path && !(included.TryGetValue(part, out var own) && own.Contains(path))))
            {
                if (!_includers.TryGetValue(part, out var includers))
                {
                    _includers.Add(part, includers = []);
                }

                includers.Add(path);
            }
        }
    }

    /// <summary>Whether another file includes a file.</summary>
    public bool IsIncluded(string path) => _includers.ContainsKey(path);

    /// <summary>The files that include a file, in order. One that it includes itself does not count: of a cycle, each file reports its part.</summary>
    public IReadOnlyList<string> IncludersOf(string path) => _includers.TryGetValue(path, out var includers) ? includers : [];
}
