using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the nested class that holds the script definitions.</summary>
/// <remarks>
/// The properties create the definitions when they are first read and again after a hot reload. An initializer would not run
/// again, and calls would send the script as it was when the application started.
/// </remarks>
internal sealed class DefinitionsEmitter(CSharpWriter writer)
{
    public void Emit(ClassModel model)
    {
        writer.Write("/// <summary>The definitions of the scripts: names, texts and SHA-1 hashes.</summary>");
        writer.Open("public static class Definitions");
        var names = new HashSet<string>(model.Scripts.Select(script => script.Name), StringComparer.Ordinal);
        foreach (var script in model.Scripts)
        {
            EmitDefinition(script, DefinitionParts.FieldOf(script.Name, names));
            writer.BlankLine();
        }

        foreach (var newest in model.Newest)
        {
            writer.Write($$"""
                /// <summary>The newest version: <see cref="{{newest.Name}}"/>.</summary>
                public static global::LuaGen.ScriptDefinition {{newest.Version!.Value.Name}} => {{newest.Name}};

                """.TrimEnd(' '));
        }

        var all = string.Join(", ", model.Scripts.Select(script => CSharpNames.Escape(script.Name)));
        writer.Write($$"""
            /// <summary>All scripts of this class.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<global::LuaGen.ScriptDefinition> All =>
                new global::LuaGen.ScriptDefinition[] { {{all}} };
            """);
        writer.Close();
    }

    private void EmitDefinition(ScriptModel script, string field)
    {
        writer.Write($"private static global::LuaGen.ScriptDefinition? {field};");
        writer.BlankLine();
        EmitDocumentation(script);
        writer.Write($$"""
            public static global::LuaGen.ScriptDefinition {{CSharpNames.Escape(script.Name)}} => {{field}} is { IsCurrent: true } current ? current : {{field}} = new global::LuaGen.ScriptDefinition(
                name: {{CSharpLiteral.Of(script.Name)}},
                filePath: {{CSharpLiteral.Of(script.FilePath)}},
                sha1: "{{script.Sha1}}",
                keyCount: {{DefinitionParts.KeyCount(script)}},
                returns: {{CSharpLiteral.Of(script.Returns)}},
            """);
        writer.Indent++;
        writer.Write($"qualifiedName: {CSharpLiteral.Of(DefinitionParts.QualifiedName(script))},");
        if (script.SourceLines.Length > 0)
        {
            writer.Write($"sourceLines: {CSharpLiteral.Of(script.SourceLines)},");
        }

        if (script.IsReadOnly)
        {
            writer.Write("isReadOnly: true,");
        }

        new ScriptTextEmitter(writer).EmitArgument(script.Text);
        writer.Indent--;
    }

    private void EmitDocumentation(ScriptModel script)
    {
        var keys = script.Keys.Select(value => value.Parameter);
        var arguments = script.Arguments.Select(value => value.Parameter);
        XmlDoc.Element(writer, "summary", script.FilePath);
        writer.Write("/// <remarks>");
        if (script.SourceLines.Length == 0)
        {
            XmlDoc.Element(writer, "code", $"redis-cli --eval {script.FilePath} {string.Join(" ", keys.Append(",").Concat(arguments))}".TrimEnd(' ', ','));
        }

        new ScriptTextEmitter(writer).EmitDocumentation(script.Text);
        writer.Write("/// </remarks>");
    }
}
