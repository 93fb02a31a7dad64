using System.Runtime.Loader;
using System.Text;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using StackExchange.Redis;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>Runs a project from memory, with its scripts as embedded resources.</summary>
internal static class ProjectRun
{
    /// <summary>Calls the project's <c>RunAsync</c> with a database and a unique key, and returns the result.</summary>
    public static async Task<string> RunAsync(Project project, string type, IDatabase database)
    {
        var output = await FixHost.GenerateAsync(project);
        using var image = new MemoryStream();
        var scripts = await FixHost.ScriptsAsync(project);
        var emitted = output.Compilation.Emit(image, manifestResources: scripts.Select(script => new ResourceDescription(
            $"{project.AssemblyName}.{script.Key.Replace('/', '.')}", () => new MemoryStream(Encoding.UTF8.GetBytes(script.Value)), isPublic: true)));
        Assert.Empty(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(GeneratorHost.Print));
        image.Position = 0;
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            var run = context.LoadFromStream(image).GetType(type)!.GetMethod("RunAsync")!;
            return await (Task<string>)run.Invoke(null, [database, Guid.NewGuid().ToString("N")])!;
        }
        finally
        {
            context.Unload();
        }
    }
}
