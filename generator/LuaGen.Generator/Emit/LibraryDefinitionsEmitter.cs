using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the nested class that holds the definitions of a library and its functions.</summary>
/// <remarks>As the definitions of scripts, they are created again after a hot reload: <see cref="DefinitionsEmitter"/>.</remarks>
internal sealed class LibraryDefinitionsEmitter(CSharpWriter writer)
{
    private const string Function = "global::LuaGen.FunctionDefinition";
    private const string Library = "global::LuaGen.LibraryDefinition";

    /// <summary>The command that calls a function.</summary>
    public static string Command(ScriptModel function) => function.IsReadOnly ? "FCALL_RO" : "FCALL";

    public void Emit(ClassModel model, LibraryModel library)
    {
        writer.Write("/// <summary>The definitions of the library and of its functions.</summary>");
        writer.Open("public static class Definitions");
        var names = new HashSet<string>(model.Scripts.Select(function => function.Name), StringComparer.Ordinal);
        EmitLibrary(library, model.Scripts[0], DefinitionParts.FieldOf("Library", names));
        writer.BlankLine();
        foreach (var function in model.Scripts)
        {
            EmitFunction(function, DefinitionParts.FieldOf(function.Name, names));
            writer.BlankLine();
        }

        var all = string.Join(", ", model.Scripts.Select(function => CSharpNames.Escape(function.Name)));
        writer.Write($$"""
            /// <summary>All functions of this class.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<{{Function}}> All =>
                new {{Function}}[] { {{all}} };
            """);
        writer.Close();
    }

    private void EmitLibrary(LibraryModel library, ScriptModel function, string field)
    {
        writer.Write($"private static {Library}? {field};");
        writer.BlankLine();
        XmlDoc.Element(writer, "summary", function.FilePath);
        writer.Write("/// <remarks>");
        writer.Write("/// <para>Load it before the first call, for example at deployment: <c>await Definitions.Library.LoadAsync(connection)</c>.</para>");
        if (function.SourceLines.Length == 0)
        {
            XmlDoc.Element(writer, "code", $"redis-cli -x FUNCTION LOAD REPLACE < {function.FilePath}");
        }

        var text = new ScriptTextEmitter(writer);
        text.EmitDocumentation(function.Text);
        writer.Write("/// </remarks>");
        writer.Write($$"""
            public static {{Library}} Library => {{field}} is { IsCurrent: true } current ? current : {{field}} = new {{Library}}(
                name: {{CSharpLiteral.Of(library.Name)}},
                filePath: {{CSharpLiteral.Of(function.FilePath)}},
            """);
        writer.Indent++;
        if (function.SourceLines.Length > 0)
        {
            writer.Write($"sourceLines: {CSharpLiteral.Of(function.SourceLines)},");
        }

        text.EmitArgument(function.Text);
        writer.Indent--;
    }

    private void EmitFunction(ScriptModel function, string field)
    {
        var name = function.Function!.Name;
        var parameters = function.Keys.Concat(function.Arguments).Select(value => value.Parameter);
        writer.Write($"private static {Function}? {field};");
        writer.BlankLine();
        XmlDoc.Element(writer, "summary", $"The function {name}.");
        writer.Write("/// <remarks>");
        XmlDoc.Element(writer, "code", $"redis-cli {Command(function)} {name} {string.Join(" ", parameters.Prepend(NumberOfKeys(function)))}");
        writer.Write("/// </remarks>");
        writer.Write($$"""
            public static {{Function}} {{CSharpNames.Escape(function.Name)}} => {{field}} is { Library.IsCurrent: true } current ? current : {{field}} = new {{Function}}(
                library: Library,
                name: {{CSharpLiteral.Of(name)}},
                keyCount: {{DefinitionParts.KeyCount(function)}},
                returns: {{CSharpLiteral.Of(function.Returns)}},
                isReadOnly: {{(function.IsReadOnly ? "true" : "false")}},
                qualifiedName: {{CSharpLiteral.Of(DefinitionParts.QualifiedName(function))}});
            """);
    }

    private static string NumberOfKeys(ScriptModel function) => DefinitionParts.KeyCount(function) is >= 0 and var count ? $"{count}" : "numkeys";
}
