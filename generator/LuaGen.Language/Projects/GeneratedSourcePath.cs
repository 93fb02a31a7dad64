namespace LuaGen.Language.Projects;

/// <summary>
/// Where the compiler puts generated sources: in a folder of the generator's assembly and one of its type, below the
/// intermediate output. Names in <c>#line</c> are relative to it, so that sources hold no path of a machine and are the same
/// on every one.
/// </summary>
internal static class GeneratedSourcePath
{
    private const int OwnFolders = 2;

    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The path from there to the project's folder, such as <c>../../../../../</c>; empty if the sources are outside the project.</summary>
    /// <param name="output">The folder of the output, as the project names it.</param>
    /// <param name="projectDirectory">The project's folder.</param>
    public static string ToProject(string output, string projectDirectory)
    {
        if (projectDirectory.Length > 0 && output.StartsWith(projectDirectory, StringComparison.Ordinal))
        {
            output = output.Substring(projectDirectory.Length);
        }

        var folders = output.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(folder => folder != ".").ToArray();
        return output.Length == 0 || Path.IsPathRooted(output) || Array.IndexOf(folders, "..") >= 0
            ? ""
            : string.Concat(Enumerable.Repeat("../", folders.Length + OwnFolders));
    }
}
