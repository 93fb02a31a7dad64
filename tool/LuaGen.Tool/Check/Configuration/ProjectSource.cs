using LuaGen.Language.Model;
using LuaGen.Language.Projects;

namespace LuaGen.Tool.Check.Configuration;

/// <summary>A script as its project sees it.</summary>
internal static class ProjectSource
{
    public static ScriptSource Of(string path, string text, bool isUtf8, ScriptProject project)
    {
        var item = project.Items?.GetValueOrDefault(path);
        return new ScriptSource(ScriptPath.InProject(path, item?.Link, project.Directory), text, isUtf8, project.Options.RootNamespace, item?.ClassName);
    }
}
