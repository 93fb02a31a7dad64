using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Emit;

/// <summary>
/// Prints the usings of a project with <c>ImplicitUsings</c>. Each type is imported by its name and not with its namespace,
/// which could make other names of the project ambiguous.
/// </summary>
internal static class UsingsEmitter
{
    public const string HintName = "LuaGenUsings.g.cs";

    public static SourceText Emit(ImportedNames names)
    {
        var writer = new CSharpWriter();
        SourceHeader.Emit(writer, "the project's .lua files, because ImplicitUsings is enabled", @namespace: "");
        writer.Write(names.ImportsRuntime ? "global using global::LuaGen;" : "global using static global::LuaGen.ScriptPreloading;");
        foreach (var type in names.Types)
        {
            writer.Write($"global using {CSharpNames.EscapeType(type.Name)} = {CSharpNames.Global(type)};");
        }

        foreach (var type in names.Extensions)
        {
            writer.Write($"global using static {CSharpNames.Global(type)};");
        }

        return writer.Complete();
    }
}
