using System.Runtime.CompilerServices;
using LuaGen.Language.Includes;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Hosting;

/// <summary>
/// Which scripts of a project include which files. Equal while no script includes other files than before and none of
/// these has changed, so that a project without includes never compiles a script again because of them.
/// </summary>
internal sealed class ScriptIncludes : IEquatable<ScriptIncludes>
{
    private static readonly ConditionalWeakTable<AnalyzerOptions, ScriptIncludes> OfProjects = new();

    private readonly EquatableArray<ScriptFile> _including;
    private readonly Dictionary<string, EquatableArray<ScriptFile>> _included = new(StringComparer.Ordinal);
    private readonly IncludeGraph _graph;
    private readonly HashSet<string> _parts;

    private ScriptIncludes(EquatableArray<ScriptFile> including)
    {
        _including = including;
        _graph = new IncludeGraph(including.Select(file => (file.FilePath, file.Included.Select(each => each.FilePath))));
        _parts = new HashSet<string>(_graph.Included, StringComparer.Ordinal);
        foreach (var file in including)
        {
            _included[file.FilePath] = file.Included;
        }
    }

    /// <param name="including">The files that may include others.</param>
    /// <param name="files">All files; not looked at if there is none of the first.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static ScriptIncludes Of(IReadOnlyList<ScriptFile> including, IEnumerable<ScriptFile> files, CancellationToken cancellationToken)
    {
        if (including.Count == 0)
        {
            return new ScriptIncludes([]);
        }

        var table = new ScriptFileTable(files);
        return new ScriptIncludes(including
            .Select(file => file with { Included = file.Parse(cancellationToken) is { } parsed ? IncludeResolver.Closure(parsed, table).Select(each => table[each.Path]).ToEquatableArray() : [] })
            .ToEquatableArray());
    }

    /// <summary>The same for an analyzer, which has no pipeline.</summary>
    public static ScriptIncludes Of(AnalyzerOptions options, ProjectOptions project, CancellationToken cancellationToken)
    {
        if (OfProjects.TryGetValue(options, out var known))
        {
            return known;
        }

        var files = options.AdditionalFiles.Where(ScriptFile.IsScript).Select(file => ScriptFile.From(file, options.AnalyzerConfigOptionsProvider, project)).ToList();
        var includes = Of(files.Where(file => file.MayInclude(cancellationToken)).ToList(), files, cancellationToken);
        return OfProjects.GetValue(options, _ => includes);
    }

    /// <summary>A file with what it includes.</summary>
    public ScriptFile Apply(ScriptFile file)
    {
        var includes = _included.TryGetValue(file.FilePath, out var included) && included.Count > 0;
        return includes || _parts.Contains(file.FilePath) ? file with { Included = included, IsIncluded = _parts.Contains(file.FilePath) } : file;
    }

    /// <summary>The scripts that include a file.</summary>
    public IEnumerable<ScriptFile> IncludersOf(ScriptFile file) => _parts.Contains(file.FilePath)
        ? _graph.IncludersOf(file.FilePath).Select(path => Apply(_including.First(each => each.FilePath == path)))
        : [];

    public bool Equals(ScriptIncludes? other) => other is not null && _including == other._including;

    public override bool Equals(object? obj) => Equals(obj as ScriptIncludes);

    public override int GetHashCode() => _including.GetHashCode();
}
