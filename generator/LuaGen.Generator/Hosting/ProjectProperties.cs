using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Hosting;

/// <summary>What the compiler shows of a project.</summary>
internal static class ProjectProperties
{
    extension(ProjectOptions)
    {
        public static ProjectOptions From(AnalyzerConfigOptions options) =>
            ProjectOptions.From(name => options.TryGetValue("build_property." + name, out var value) ? value : null);
    }
}
