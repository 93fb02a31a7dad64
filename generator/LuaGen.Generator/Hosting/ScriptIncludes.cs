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
    private readonly Dictionary<string, ScriptFile> _byPath = new(StringComparer.Ordinal);
    private readonly IncludeGraph _graph;

    private ScriptIncludes(EquatableArray<ScriptFile> including)
    {
        _including = including;
        _graph = new IncludeGraph(including.Select(file => (file.FilePath, file.Included.Select(each => each.FilePath))));
        foreach (var file in including)
        {
            _byPath[file.FilePath] = file;
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

        var table = new ScriptFileTable(files, including[0].IncludePath);
        var closure = new IncludeClosure(table);
        return new ScriptIncludes(including
            .Select(file => file with { Included = file.Parse(cancellationToken) is { } parsed ? closure.Of(parsed).SelectMany(table.At).ToEquatableArray() : [] })
            .ToEquatableArray());
    }

    /// <summary>The same for an analyzer, which has no pipeline.</summary>
    public static ScriptIncludes Of(AnalyzerOptions options, ProjectOptions project, CancellationToken cancellationToken)
    {
        if (OfProjects.TryGetValue(options, out var known))
        {
            return known;
        }

        var files = ScriptFile.AllOf(options, project).ToList();
        var includes = Of(files.Where(file => file.MayInclude(cancellationToken)).ToList(), files, cancellationToken);
        return OfProjects.GetValue(options, _ => includes);
    }

    /// <summary>The scripts of a project with what they include.</summary>
    public static IEnumerable<ScriptFile> FilesOf(AnalyzerOptions options, ProjectOptions project, CancellationToken cancellationToken) =>
        ScriptFile.AllOf(options, project).Select(Of(options, project, cancellationToken).Apply);

    /// <summary>A file with what it includes.</summary>
    public ScriptFile Apply(ScriptFile file)
    {
        var included = _byPath.TryGetValue(file.FilePath, out var including) ? including.Included : [];
        var isIncluded = _graph.IsIncluded(file.FilePath);
        return isIncluded || included.Count > 0 ? file with { Included = included, IsIncluded = isIncluded } : file;
    }

    /// <summary>The scripts that include a file.</summary>
    public IEnumerable<ScriptFile> IncludersOf(ScriptFile file) => _graph.IncludersOf(file.FilePath).Select(path => Apply(_byPath[path]));

    public bool Equals(ScriptIncludes? other) => other is not null && _including == other._including;

    public override bool Equals(object? obj) => Equals(obj as ScriptIncludes);

    public override int GetHashCode() => _including.GetHashCode();
}
