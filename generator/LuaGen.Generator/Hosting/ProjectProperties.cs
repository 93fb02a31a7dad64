using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Hosting;

/// <summary>What the compiler shows of a project.</summary>
internal static class ProjectProperties
{
    extension(ProjectOptions)
    {
        public static ProjectOptions From(AnalyzerConfigOptions options) =>
            ProjectOptions.From(name => options.TryGetValue("build_property." + name, out var value) ? value : null);

        /// <summary>Whether a reference brings <c>IServiceCollection</c>; judged by its file, so that the compilation is not asked.</summary>
        public static bool IsServiceAbstractions(MetadataReference reference) =>
            Path.GetFileName(reference.Display) is "Microsoft.Extensions.DependencyInjection.Abstractions.dll";
    }
}
