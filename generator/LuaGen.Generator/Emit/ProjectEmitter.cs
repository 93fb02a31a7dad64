using LuaGen.Language.Model;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Emit;

/// <summary>Prints the class that lists all scripts of a project.</summary>
internal static class ProjectEmitter
{
    public const string HintName = "LuaGenScripts.g.cs";

    public static void Emit(Action<string, SourceText> addSource, EquatableArray<ClassName> classes, string rootNamespace, string visibility)
    {
        if (classes.Count > 0)
        {
            addSource(HintName, Emit(classes, rootNamespace, visibility));
        }
    }

    private static SourceText Emit(EquatableArray<ClassName> classes, string rootNamespace, string visibility)
    {
        var writer = new CSharpWriter();
        SourceHeader.Emit(writer, "the project's .lua files", rootNamespace);
        writer.Write($"""
            /// <summary>The definitions of all scripts of the project, for example to load them before the first call.</summary>
            {ClassEmitter.GeneratedCode}
            """);
        writer.Open($"{visibility} static class LuaGenScripts");
        writer.Write("""
            /// <summary>All scripts of all classes in the project.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<global::LuaGen.ScriptDefinition> All { get; } =
            [
            """);
        foreach (var name in classes)
        {
            var full = name.Namespace.Length == 0 ? CSharpNames.EscapeType(name.Name) : $"{CSharpNames.Namespace(name.Namespace)}.{CSharpNames.EscapeType(name.Name)}";
            writer.Write($"    .. global::{full}.Definitions.All,");
        }

        writer.Write("];");
        writer.Close();
        return writer.Complete();
    }
}
