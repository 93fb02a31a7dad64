namespace LuaGen.Language.Projects;

/// <summary>The path that a script has in its project, from which its class and method are named.</summary>
internal static class ScriptPath
{
    /// <summary>Whether a file is looked at: its name ends in <c>.lua</c>.</summary>
    public static bool IsScript(string path) => path.EndsWith(".lua", StringComparison.OrdinalIgnoreCase);

    /// <summary>The link of its item, or the path below the project, with <c>/</c>.</summary>
    public static string InProject(string path, string? link, string projectDirectory) =>
        (link ?? Below(path, projectDirectory)).Replace('\\', '/');

    /// <summary>The path below the project; of a file outside of it, only its name.</summary>
    private static string Below(string path, string projectDirectory)
    {
        if (!Path.IsPathRooted(path))
        {
            return path;
        }

        var isBelow = projectDirectory.Length > 0 && path.StartsWith(projectDirectory, StringComparison.OrdinalIgnoreCase);
        return isBelow ? path.Substring(projectDirectory.Length).TrimStart('/', '\\') : Path.GetFileName(path);
    }
}
