using LuaGen.Language.Projects;
using LuaGen.Tool.Check.Configuration;

namespace LuaGen.Tool.Check.Files;

/// <summary>Turns the files and folders of the command line into scripts and their projects.</summary>
internal sealed class ScriptFinder(ToolConsole console, ProjectFinder projects)
{
    private static readonly string[] ProjectFiles = [".csproj", ".fsproj", ".vbproj"];

    private readonly Dictionary<string, ScriptInput> _inputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _problems = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _outsideBuild = new(StringComparer.Ordinal);

    /// <summary>The scripts, by path.</summary>
    public IReadOnlyList<ScriptInput> Inputs => [.. _inputs.Values.OrderBy(input => input.Path, StringComparer.Ordinal)];

    /// <summary>What could not be read, a line each.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>What was not checked, a line each.</summary>
    public IEnumerable<string> Notes => projects.Notes.Concat(_outsideBuild.Select(pair => pair.Value == 1
        ? $"{pair.Key} is not part of its project's last build and was not checked: build the project, or name the file"
        : $"{pair.Key} and {pair.Value - 1} more are not part of their project's last build and were not checked: build the project, or name the files"));

    public void Add(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, console.Directory);
            if (File.Exists(full))
            {
                AddFile(full, bytes: null);
            }
            else if (Directory.Exists(full))
            {
                AddFolder(Path.TrimEndingDirectorySeparator(full));
            }
            else
            {
                _problems.Add($"{path}: no such file or folder");
            }
        }
    }

    /// <summary>Adds a file that is named, with the files beside it that its findings depend on.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="bytes">The text that it has instead of the file's.</param>
    public void AddFile(string path, byte[]? bytes)
    {
        var directory = Path.GetDirectoryName(path)!;
        if (Project(directory) is not { } project)
        {
            return;
        }

        _inputs[path] = new ScriptInput(path, project) { Bytes = bytes };
        foreach (var other in project.Items?.Keys ?? Siblings(directory).Concat(IncludingFiles.Near(directory, project)))
        {
            _inputs.TryAdd(other, new ScriptInput(other, project) { IsReported = false });
        }
    }

    /// <summary>The scripts in a folder, which a file that is still to be written may not have.</summary>
    private IEnumerable<string> Siblings(string directory) => !Directory.Exists(directory)
        ? []
        : Entries(directory).Where(entry => ScriptPath.IsScript(entry) && File.Exists(entry));

    private void AddFolder(string folder)
    {
        if (Project(folder) is not { } project)
        {
            return;
        }

        var isBuilt = project.Items is not null && project.Directory == ScriptProject.WithSeparator(folder);
        if (isBuilt)
        {
            // With the files outside of the folder that the project links.
            foreach (var item in project.Items!.Keys.Where(File.Exists))
            {
                _inputs[item] = new ScriptInput(item, project);
            }
        }

        var entries = Entries(folder);
        var isProject = isBuilt || entries.Any(entry => ProjectFiles.Contains(Path.GetExtension(entry)));
        foreach (var entry in entries)
        {
            if (!Directory.Exists(entry))
            {
                AddFound(entry, project);
            }
            else if (!IsExcluded(Path.GetFileName(entry), isProject) && !File.GetAttributes(entry).HasFlag(FileAttributes.ReparsePoint))
            {
                AddFolder(entry);
            }
        }
    }

    private void AddFound(string path, ScriptProject project)
    {
        if (!ScriptPath.IsScript(path))
        {
            return;
        }

        if (project.Items is null || project.Items.ContainsKey(path))
        {
            _inputs[path] = new ScriptInput(path, project);
        }
        else if (!_inputs.TryGetValue(path, out var input) || !input.IsReported)
        {
            var first = _outsideBuild.Keys.FirstOrDefault() ?? console.Display(path);
            _outsideBuild[first] = _outsideBuild.GetValueOrDefault(first) + 1;
        }
    }

    /// <summary>What the SDK excludes from a project's items; <c>bin</c> and <c>obj</c> are ordinary names elsewhere.</summary>
    private static bool IsExcluded(string folder, bool isInProject) =>
        folder.StartsWith('.') || folder == "node_modules" || (isInProject && folder is ("bin" or "obj"));

    private string[] Entries(string folder)
    {
        try
        {
            var entries = Directory.GetFileSystemEntries(folder);
            Array.Sort(entries, StringComparer.Ordinal);
            return entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{console.Display(folder)}: cannot be read");
            return [];
        }
    }

    private ScriptProject? Project(string directory)
    {
        try
        {
            return projects.Find(directory);
        }
        catch (ConfigurationException exception)
        {
            _problems.Add($"{console.Display(exception.Path)}({exception.Line},{exception.Column}): {exception.Message}");
            return null;
        }
    }
}
