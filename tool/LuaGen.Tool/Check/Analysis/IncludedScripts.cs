using LuaGen.Language.Includes;
using LuaGen.Language.Model;
using LuaGen.Tool.Check.Configuration;
using LuaGen.Tool.Check.Files;

namespace LuaGen.Tool.Check.Analysis;

/// <summary>Which of the checked scripts include which files.</summary>
internal sealed class IncludedScripts
{
    private readonly Dictionary<string, ReadScript> _scripts;
    private readonly Dictionary<(ScriptProject Project, string Directory), ProjectScriptFiles> _files = [];
    private readonly IncludeGraph _graph;
    private readonly Dictionary<string, IReadOnlyList<string>> _included = new(StringComparer.Ordinal);

    public IncludedScripts(IEnumerable<ReadScript> scripts)
    {
        _scripts = scripts.ToDictionary(script => script.Input.Path, StringComparer.Ordinal);
        var closures = new Dictionary<ProjectScriptFiles, IncludeClosure>();
        foreach (var script in _scripts.Values.Where(script => script.Input.Project.Options.IncludePath.Count > 0 || IncludeDirectives.MayBeIn(script.Text)))
        {
            var files = FilesOf(script.Input);
            if (!closures.TryGetValue(files, out var closure))
            {
                closures.Add(files, closure = new IncludeClosure(files));
            }

            if (files.Parse(script.Input.Path, PathOf(script.Input)) is { Directives.Count: > 0 } parsed)
            {
                _included[script.Input.Path] = [.. closure.Of(parsed).Select(files.FullPathOf)];
            }
        }

        _graph = new IncludeGraph(_included.Select(pair => (pair.Key, (IEnumerable<string>)pair.Value)));
    }

    /// <summary>A script as its project sees it.</summary>
    public ScriptSource SourceOf(ReadScript script)
    {
        var source = ProjectSource.Of(script.Input.Path, script.Text, script.IsUtf8, script.Input.Project);
        return _files.TryGetValue(KeyOf(script.Input), out var files) ? source with { Files = files, IsIncluded = _graph.IsIncluded(script.Input.Path) } : source;
    }

    /// <summary>The full paths of the files that a script includes.</summary>
    public IReadOnlyList<string> IncludedBy(string path) => _included.GetValueOrDefault(path) ?? [];

    /// <summary>The full paths of the scripts that include a file.</summary>
    public IReadOnlyList<string> IncludersOf(string path) => _graph.IncludersOf(path);

    /// <summary>The file that a finding of a script is in.</summary>
    public (string FullPath, SourceFile File) FileOf(ScriptInput input, string path)
    {
        var files = _files[KeyOf(input)];
        var full = files.FullPathOf(path);
        return (full, files.Parse(full, path)!);
    }

    private static string PathOf(ScriptInput input) => ProjectSource.Of(input.Path, "", isUtf8: true, input.Project).FilePath;

    private static (ScriptProject Project, string Directory) KeyOf(ScriptInput input) => (input.Project, ProjectScriptFiles.DirectoryOf(input.Path, input.Project));

    private ProjectScriptFiles FilesOf(ScriptInput input)
    {
        var key = KeyOf(input);
        if (!_files.TryGetValue(key, out var files))
        {
            _files.Add(key, files = new ProjectScriptFiles(key.Project, key.Directory, path => _scripts.TryGetValue(path, out var script) ? (script.Text, script.IsUtf8) : null));
        }

        return files;
    }
}
