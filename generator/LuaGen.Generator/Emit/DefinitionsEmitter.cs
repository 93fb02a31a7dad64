using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the nested class that holds the script definitions.</summary>
/// <remarks>
/// The properties create the definitions when they are first read and again after a hot reload. An initializer would not run
/// again, and calls would send the script as it was when the application started.
/// </remarks>
internal sealed class DefinitionsEmitter(CSharpWriter writer)
{
    /// <summary>A longer script is not repeated in its own documentation.</summary>
    private const int MaxDocumentedLength = 4096;

    public void Emit(ClassModel model)
    {
        writer.Write("/// <summary>The definitions of the scripts: names, texts and SHA-1 hashes.</summary>");
        writer.Open("public static class Definitions");
        var names = new HashSet<string>(model.Scripts.Select(script => script.Name), StringComparer.Ordinal);
        foreach (var script in model.Scripts)
        {
            EmitDefinition(script, FieldOf(script.Name, names));
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

    private static string FieldOf(string script, HashSet<string> names)
    {
        var field = "_" + script;
        while (names.Contains(field))
        {
            field = "_" + field;
        }

        return field;
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
                keyCount: {{KeyCount(script)}},
                returns: {{CSharpLiteral.Of(script.Returns)}},
            """);
        writer.Indent++;
        writer.Write($"qualifiedName: {CSharpLiteral.Of(QualifiedName(script))},");
        if (script.SourceLines.Length > 0)
        {
            writer.Write($"sourceLines: {CSharpLiteral.Of(script.SourceLines)},");
        }

        if (script.IsReadOnly)
        {
            writer.Write("isReadOnly: true,");
        }

        EmitText(script.Text);
        writer.Indent--;
    }

    /// <summary>The name with that of the class: <c>Inventory.ReserveStock</c>.</summary>
    private static string QualifiedName(ScriptModel script)
    {
        const string Suffix = "Scripts";
        var name = script.Class.Name;
        return $"{(name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name)}.{script.Name}";
    }

    private void EmitDocumentation(ScriptModel script)
    {
        var keys = script.Keys.Select(word => word.Parameter);
        var arguments = script.Arguments.Select(word => word.Parameter);
        XmlDoc.Element(writer, "summary", script.FilePath);
        writer.Write("/// <remarks>");
        XmlDoc.Element(writer, "code", $"redis-cli --eval {script.FilePath} {string.Join(" ", keys.Append(",").Concat(arguments))}".TrimEnd(' ', ','));
        if (script.Text.Length <= MaxDocumentedLength)
        {
            writer.Write("/// <code>");
            EmitDocumentedText(script.Text);
            writer.Write("/// </code>");
        }

        writer.Write("/// </remarks>");
    }

    private void EmitDocumentedText(string text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] == '\n')
        {
            end--;
        }

        for (var start = 0; start <= end;)
        {
            var lineEnd = text.IndexOf('\n', start, end - start);
            lineEnd = lineEnd < 0 ? end : lineEnd;
            XmlDoc.Line(writer, text, start, lineEnd);
            start = lineEnd + 1;
        }
    }

    /// <summary>The number of keys that every call sends; -1 if it depends on a list.</summary>
    private static int KeyCount(ScriptModel script) => script.Keys.Any(word => word is SentList) ? -1 : script.Keys.Count;

    /// <summary>Writes a raw string literal that looks like the script if C# reads it back unchanged, otherwise a regular literal.</summary>
    private void EmitText(string text)
    {
        if (!IsReadBackFromRawLiteral(text))
        {
            writer.Write($"text: static () => {CSharpLiteral.Of(text)}u8);");
            return;
        }

        var quotes = new string('"', Math.Max(3, LongestRunOfQuotes(text) + 1));
        writer.Write($"text: static () => {quotes}");
        writer.Indent++;
        writer.Write(text);
        writer.Write($"{quotes}u8);");
        writer.Indent--;
    }

    private static bool IsReadBackFromRawLiteral(string text)
    {
        foreach (var c in text)
        {
            if (!CSharpLiteral.IsPlain(c) && c is not ('\n' or '\t') && !char.IsSurrogate(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static int LongestRunOfQuotes(string text)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
