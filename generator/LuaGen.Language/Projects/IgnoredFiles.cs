using LuaGen.Language.Model;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Projects;

/// <summary>Reports a Lua file that gives no method although the files beside it are scripts.</summary>
internal static class IgnoredFiles
{
    /// <param name="script">The file.</param>
    /// <param name="filePath">Its path in the project, with <c>/</c>.</param>
    /// <param name="others">The scripts of its project; asked only if the file is ignored.</param>
    public static EquatableArray<Finding> Run(CompiledScript script, string filePath, IEnumerable<ScriptModel?> others) =>
        !script.IsForRedis && !script.IsFragment && others.Any(other => other is not null && FolderOf(other.FilePath) == FolderOf(filePath)) ? [new Finding(Rule.IgnoredFile, default, [])] : [];

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);
}
