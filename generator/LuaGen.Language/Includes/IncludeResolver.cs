namespace LuaGen.Language.Includes;

/// <summary>Finds the file that a directive names.</summary>
internal static class IncludeResolver
{
    private const string Extension = ".lua";
    private const string Parent = "..";

    /// <summary>The file, or why it cannot be determined and what to write instead.</summary>
    public static IncludedFile Find(IScriptFiles files, string includingPath, string path)
    {
        if (path.Length == 0 || path[0] == '/' || path.IndexOf(':') >= 0)
        {
            return IncludedFile.None(path.Length == 0 ? "the path is empty" : "the path is not relative", "write a path that is relative to this file");
        }

        var paths = new[] { FolderOf(includingPath) }.Concat(files.IncludePath).Select(folder => WithExtension(Normalize($"{folder}/{path}"))).Distinct().ToList();
        var found = paths.Select(files.Find).ToList();

        // The including file's own folder comes first; the other folders have no order that a reader of the script could see.
        var exact = found.Select((all, i) => all.Where(file => file.Path == paths[i]).ToList()).ToList();
        var first = exact[0].Count > 0 ? exact[0] : exact.SelectMany(all => all).ToList();
        var others = found.SelectMany(all => all).ToList();
        return first.Count == 1 ? new IncludedFile(first[0], first, "", "")
            : first.Count > 1 ? new IncludedFile(null, first, $"the project has several files {Listed(first.Select(file => file.Path))}", "write a path that only one of them has")
            : others.Count > 0 ? new IncludedFile(null, others, $"the file is named '{others[0].Path}'", "write the name in the same case")
            : paths[0].StartsWith(Parent + "/", StringComparison.Ordinal) ? IncludedFile.None($"{Listed(paths)} is outside of the project", "copy the file into the project, or add its folder to LuaGenIncludePath")
            : IncludedFile.None($"the project does not contain {Listed(paths)}", "correct the path, which is relative to this file");
    }

    /// <summary>A path without <c>.</c> and <c>..</c>, except for the <c>..</c> at the start of a path outside of the project.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == Parent && parts.Count > 0 && parts[parts.Count - 1] != Parent)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>Whether a file is in one of the folders that are only for files to include.</summary>
    public static bool IsInFolders(string path, IReadOnlyList<string> folders) => folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);

    private static string WithExtension(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? path : path + Extension;

    private static string Listed(IEnumerable<string> paths) => $"'{string.Join("' or '", paths.Distinct())}'";
}
