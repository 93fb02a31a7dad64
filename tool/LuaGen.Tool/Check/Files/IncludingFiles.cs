using LuaGen.Language.Includes;
using LuaGen.Language.Projects;
using LuaGen.Tool.Check.Configuration;

namespace LuaGen.Tool.Check.Files;

/// <summary>Finds the files on the disk that may include a file that is checked alone.</summary>
internal static class IncludingFiles
{
    /// <summary>More files than that are not searched.</summary>
    private const int MaxFiles = 5000;

    private static readonly EnumerationOptions Recursive = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private static readonly EnumerationOptions Flat = new() { IgnoreInaccessible = true };

    /// <summary>The scripts of the project that have a directive; without a configuration those in the folder and the one above it.</summary>
    public static IEnumerable<string> Near(string directory, ScriptProject project)
    {
        IEnumerable<string> files = project.IsConfigured
            ? Files(project.Directory, Recursive)
            : Files(directory, Flat).Concat(Path.GetDirectoryName(directory) is { } parent ? Files(parent, Flat) : []);
        return files.Take(MaxFiles).Where(HasDirective);
    }

    private static IEnumerable<string> Files(string directory, EnumerationOptions options)
    {
        var modules = $"{Path.DirectorySeparatorChar}node_modules{Path.DirectorySeparatorChar}";
        return Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*", options).Where(file => ScriptPath.IsScript(file) && !file.Contains(modules, StringComparison.Ordinal)) : [];
    }

    public static bool HasDirective(string path) => ScriptDecoder.TryRead(path) is var (text, _) && IncludeDirectives.MayBeIn(text);
}
