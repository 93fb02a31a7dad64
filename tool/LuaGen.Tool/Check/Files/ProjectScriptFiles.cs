using System.Collections.Concurrent;
using LuaGen.Language.Includes;
using LuaGen.Language.Projects;
using LuaGen.Tool.Check.Configuration;

namespace LuaGen.Tool.Check.Files;

/// <summary>
/// The files that a script of a project can include: those of its build, or those on the disk inside the project. Without a
/// configuration nothing says where the project ends, and every relative path is followed.
/// </summary>
/// <param name="project">The project.</param>
/// <param name="directory">The folder that paths are relative to.</param>
/// <param name="textOf">The text of a file that is known already, as that of an editor.</param>
internal sealed class ProjectScriptFiles(ScriptProject project, string directory, Func<string, (string Text, bool IsUtf8)?> textOf) : IScriptFiles
{
    private readonly ConcurrentDictionary<string, SourceFile?> _parsed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ILookup<string, string>> _folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _fullPaths = new(StringComparer.Ordinal);

    private readonly ILookup<string, ProjectItem>? _items =
        project.Items?.Values.ToLookup(item => ScriptPath.InProject(item.Path, item.Link, project.Directory), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> IncludePath => project.Options.IncludePath;

    /// <summary>The files for a script: a script outside of the folder of its project has its own folder.</summary>
    public static string DirectoryOf(string path, ScriptProject project) =>
        project.Items is not null || path.StartsWith(project.Directory, StringComparison.Ordinal) ? project.Directory : ScriptProject.WithSeparator(Path.GetDirectoryName(path)!);

    public IReadOnlyList<SourceFile> Find(string path)
    {
        if (_items is not null)
        {
            return [.. _items[path].Select(item => Parse(item.Path, ScriptPath.InProject(item.Path, item.Link, project.Directory))).OfType<SourceFile>()];
        }

        if (project.IsConfigured && path.StartsWith("../", StringComparison.Ordinal) && !IncludeResolver.IsInFolders(path, IncludePath))
        {
            return [];
        }

        var full = Path.GetFullPath(path, directory);
        var (folder, name) = (Path.GetDirectoryName(full)!, Path.GetFileName(full));
        return
        [
            .. _folders.GetOrAdd(folder, NamesIn)[name].Append(name).Distinct()
                .Select(found => Parse(Path.Combine(folder, found), path[..(path.LastIndexOf('/') + 1)] + found)).OfType<SourceFile>(),
        ];
    }

    /// <summary>A file by itself; <see langword="null"/> if it cannot be read.</summary>
    public SourceFile? Parse(string fullPath, string path)
    {
        _fullPaths[path] = fullPath;
        return _parsed.GetOrAdd(fullPath, _ => Read(fullPath) is var (text, isUtf8) ? SourceFile.Of(path, text, isUtf8, CancellationToken.None) : null);
    }

    /// <summary>The full path of a file that was found.</summary>
    public string FullPathOf(string path) => _fullPaths[path];

    /// <summary>The text of a file; <see langword="null"/> if it cannot be read.</summary>
    public string? TextOf(string fullPath) => textOf(fullPath) is var (text, _) ? text : _parsed.TryGetValue(fullPath, out var parsed) ? parsed?.Text : Read(fullPath)?.Text;

    /// <summary>After a file changed.</summary>
    public void Forget(string fullPath) => _parsed.TryRemove(fullPath, out _);

    private (string Text, bool IsUtf8)? Read(string path) => textOf(path) ?? ScriptDecoder.TryRead(path);

    private static ILookup<string, string> NamesIn(string folder)
    {
        try
        {
            var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];
            return files.Select(file => Path.GetFileName(file)).ToLookup(name => name, StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Enumerable.Empty<string>().ToLookup(name => name);
        }
    }
}
