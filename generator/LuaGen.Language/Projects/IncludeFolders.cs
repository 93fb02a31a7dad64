using LuaGen.Language.Includes;

namespace LuaGen.Language.Projects;

/// <summary>Reads the property <c>LuaGenIncludePath</c>.</summary>
internal static class IncludeFolders
{
    /// <param name="list">Folders with <c>;</c> between them, or <c>|</c> where the compiler passes them on.</param>
    /// <param name="projectDirectory">The project's folder, with a separator at its end.</param>
    /// <returns>The folders as paths in the project. One outside of it begins with <c>..</c>, and its files are linked under that path.</returns>
    public static EquatableArray<string> Read(string list, string projectDirectory)
    {
        var project = projectDirectory.Replace('\\', '/');
        return list.Split([';', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => folder.Trim().Replace('\\', '/'))
            .Select(folder => project.Length > 0 && folder.StartsWith(project, StringComparison.OrdinalIgnoreCase) ? folder.Substring(project.Length) : folder)
            .Select(IncludeResolver.Normalize)
            .Where(folder => folder.Length > 0)
            .Distinct()
            .ToEquatableArray();
    }
}
