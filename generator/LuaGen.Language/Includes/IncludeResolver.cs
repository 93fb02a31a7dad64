namespace LuaGen.Language.Includes;

/// <summary>Finds the file that a directive names.</summary>
internal static class IncludeResolver
{
    private const string Extension = ".lua";

    /// <summary>The file, or why there is none.</summary>
    public static (SourceFile? File, string Refusal) Find(IScriptFiles files, string includingPath, string path)
    {
        var tried = new List<string>();
        var folder = includingPath.Substring(0, includingPath.LastIndexOf('/') + 1);
        foreach (var candidate in new[] { folder }.Concat(files.IncludePath.Select(each => each.TrimEnd('/') + "/")))
        {
            if (Normalize(candidate + path) is not { } normalized)
            {
                continue;
            }

            var named = normalized.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? normalized : normalized + Extension;
            if (files.Find(named) is { } file)
            {
                return (file, "");
            }

            tried.Add(named);
        }

        return (null, tried.Count == 0 ? "the path leaves the project" : $"there is no file '{string.Join("' or '", tried.Distinct())}'");
    }

    /// <summary>A path without <c>.</c> and <c>..</c>; <see langword="null"/> if it is not below the project.</summary>
    public static string? Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>The files that a file includes, directly and through others, each once.</summary>
    public static IReadOnlyList<SourceFile> Closure(SourceFile file, IScriptFiles files)
    {
        var found = new List<SourceFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { file.Path };
        var waiting = new Queue<SourceFile>([file]);
        while (waiting.Count > 0)
        {
            var next = waiting.Dequeue();
            foreach (var directive in next.Directives)
            {
                if (Find(files, next.Path, directive.Path).File is { } included && seen.Add(included.Path))
                {
                    found.Add(included);
                    waiting.Enqueue(included);
                }
            }
        }

        return found;
    }
}
