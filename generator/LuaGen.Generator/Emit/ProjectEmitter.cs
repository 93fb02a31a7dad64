using LuaGen.Generator.Hosting;
using LuaGen.Language.Model;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Emit;

/// <summary>Prints the class that lists all scripts of a project, and the registration of all classes.</summary>
internal static class ProjectEmitter
{
    public const string HintName = "LuaGenScripts.g.cs";

    public static SourceText Emit(ProjectModel project, EmitOptions options)
    {
        var writer = new CSharpWriter();
        SourceHeader.Emit(writer, "the project's .lua files", project.Name.Namespace);
        writer.Write($"""
            /// <summary>The definitions of all scripts of the project, for example to load them before the first call.</summary>
            {ClassEmitter.GeneratedCode}
            """);
        writer.Open($"{project.Visibility} static class {project.Name.Name}");
        writer.Write("""
            /// <summary>All scripts of all classes in the project.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<global::LuaGen.ScriptDefinition> All =>
            [
            """);
        foreach (var indexed in project.Scripts)
        {
            writer.Write($"    .. {CSharpNames.Global(indexed.Name)}.Definitions.All,");
        }

        writer.Write("];");
        if (project.Libraries.Any())
        {
            EmitLibraries(writer, project);
        }

        writer.Close();
        if (options.Has(ReferenceFeatures.Services))
        {
            writer.BlankLine();
            new RegistrationEmitter(writer, options).Emit(project);
        }

        return writer.Complete();
    }

    private static void EmitLibraries(CSharpWriter writer, ProjectModel project)
    {
        writer.Write("""

            /// <summary>All function libraries of the project. Load them before the first call, for example at deployment.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<global::LuaGen.LibraryDefinition> Libraries =>
            [
            """);
        foreach (var indexed in project.Libraries)
        {
            writer.Write($"    {CSharpNames.Global(indexed.Name)}.Definitions.Library,");
        }

        writer.Write("];");
    }
}
