using LuaGen.Language.Includes;
using LuaGen.Language.Model;
using LuaGen.Tool.Check.Configuration;
using LuaGen.Tool.Check.Files;

namespace LuaGen.Tool.LanguageServer.Projects;

/// <summary>Which scripts include which files; the text of an open document counts, not that on the disk.</summary>
/// <param name="openText">The text of an open document by its full path.</param>
/// <param name="openPaths">The full paths of the open documents.</param>
internal sealed class ProjectIncludes(Func<string, string?> openText, Func<IEnumerable<string>> openPaths)
{
    private readonly Dictionary<(ScriptProject Project, string Directory, string Searched), Included> _projects = [];

    /// <summary>A document as its project sees it, with the files that it can include.</summary>
    public ScriptSource SourceOf(string path, string text, ScriptProject project)
    {
        var source = ProjectSource.Of(path, text, isUtf8: true, project);
        var included = Of(path, project);
        var isIncluded = included.GraphOf(openPaths()).IsIncluded(path);
        return isIncluded || project.Options.IncludePath.Count > 0 || IncludeDirectives.MayBeIn(text) ? source with { Files = included.Files, IsIncluded = isIncluded } : source;
    }

    /// <summary>The scripts that include a document.</summary>
    public IEnumerable<ScriptSource> IncludersOf(string path, ScriptProject project)
    {
        var included = Of(path, project);
        foreach (var includer in included.GraphOf(openPaths()).IncludersOf(path))
        {
            if (included.Files.TextOf(includer) is { } text)
            {
                yield return SourceOf(includer, text, project);
            }
        }
    }

    /// <summary>After a document changed, was opened or closed.</summary>
    public void Forget(string path)
    {
        foreach (var included in _projects.Values)
        {
            included.Forget(path);
        }
    }

    /// <summary>Forgets everything, as after a change on the disk.</summary>
    public void Clear() => _projects.Clear();

    private Included Of(string path, ScriptProject project)
    {
        var folder = Path.GetDirectoryName(path)!;
        var directory = ProjectScriptFiles.DirectoryOf(path, project);
        var key = (project, directory, project.IsConfigured ? "" : folder);
        if (!_projects.TryGetValue(key, out var included))
        {
            var candidates = project.Items is { } items ? items.Keys.Where(IncludingFiles.HasDirective) : IncludingFiles.Near(folder, project);
            var files = new ProjectScriptFiles(project, directory, each => openText(each) is { } text ? (text, true) : null);
            _projects.Add(key, included = new Included(project, files, [.. candidates]));
        }

        return included;
    }

    private sealed class Included(ScriptProject project, ProjectScriptFiles files, IReadOnlyList<string> candidates)
    {
        private IncludeGraph? _graph;

        public ProjectScriptFiles Files => files;

        public IncludeGraph GraphOf(IEnumerable<string> open) => _graph ??= new IncludeGraph(Closures(candidates.Union(open)));

        public void Forget(string path)
        {
            files.Forget(path);
            _graph = null;
        }

        private List<(string Path, IEnumerable<string> Included)> Closures(IEnumerable<string> paths)
        {
            var closures = new List<(string, IEnumerable<string>)>();
            var closure = new IncludeClosure(files);
            foreach (var path in paths)
            {
                if (files.TextOf(path) is { } text && IncludeDirectives.MayBeIn(text) && files.Parse(path, ProjectSource.Of(path, "", isUtf8: true, project).FilePath) is { Directives.Count: > 0 } parsed)
                {
                    closures.Add((path, [.. closure.Of(parsed).Select(files.FullPathOf)]));
                }
            }

            return closures;
        }
    }
}
