using LuaGen.Generator.Hosting;
using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the enums and records that are nested in the class.</summary>
/// <param name="writer">The writer.</param>
/// <param name="script">The script.</param>
/// <param name="helpers">The names of the class's private methods.</param>
/// <param name="options">What the project's references offer: without <c>init</c> accessors, get-only properties are generated.</param>
internal sealed class TypeEmitter(CSharpWriter writer, ScriptModel script, HelperNames helpers, EmitOptions options)
{
    public void Emit()
    {
        foreach (var model in script.Enums)
        {
            writer.BlankLine();
            EmitEnum(model);
        }

        foreach (var group in script.Groups)
        {
            writer.BlankLine();
            EmitRecord(
                group.Name,
                $"The values that {script.Name} sends for each item.",
                group.Members.Select(member => (CSharpNames.TypeOf(member.Type, owner: ""), member.Name, member.Text)));
        }

        foreach (var record in script.Reply.Records())
        {
            writer.BlankLine();
            EmitRecord(
                record.Name,
                $"A reply of {script.Name}: {script.Returns}.",
                record.Fields.Select(field => (CSharpNames.TypeOf(field.Reply, owner: ""), field.Name, field.Text)));
        }

        EmitErrors();
        EmitSpellings();
    }

    private void EmitErrors()
    {
        if (script.Documentation.Raises.Count == 0)
        {
            return;
        }

        writer.BlankLine();
        writer.Write($"/// <summary>The values of <see cref=\"global::LuaGen.ScriptException.Code\"/> for the errors that {script.Name} raises.</summary>");
        writer.Open($"public static class {script.ErrorsName}");
        for (var i = 0; i < script.Documentation.Raises.Count; i++)
        {
            var error = script.Documentation.Raises[i];
            if (i > 0)
            {
                writer.BlankLine();
            }

            XmlDoc.Prose(writer, "summary", error.Text.Length == 0 ? error.Code : error.Text);
            writer.Write($"public const string {CSharpNames.Escape(error.Name)} = {CSharpLiteral.Of(error.Code)};");
        }

        writer.Close();
    }

    private void EmitEnum(EnumModel model)
    {
        XmlDoc.Prose(writer, "summary", model.Text.Length == 0 ? $"A value of {script.Name}." : model.Text);
        writer.Open($"public enum {CSharpNames.EscapeType(model.Name)}");
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            if (i > 0)
            {
                writer.BlankLine();
            }

            XmlDoc.Element(writer, "summary", $"On the wire: {member.Literal}.");
            if (options.Has(ReferenceFeatures.EnumMemberNames) && IsJsonName(member.Word))
            {
                writer.Write($"[global::System.Text.Json.Serialization.JsonStringEnumMemberName({CSharpLiteral.Of(member.Word)})]");
            }

            writer.Write($"{CSharpNames.Escape(member.Name)} = {(member.IsCode ? member.Literal : i + 1)},");
        }

        writer.Close();
    }

    /// <summary>Whether the serializer accepts a name; it throws for others.</summary>
    private static bool IsJsonName(string name) => name.Length > 0 && !char.IsWhiteSpace(name[0]) && !char.IsWhiteSpace(name[name.Length - 1]);

    private void EmitRecord(string name, string summary, IEnumerable<(string Type, string Name, string Text)> fields)
    {
        var all = fields.ToList();
        XmlDoc.Element(writer, "summary", summary);
        foreach (var field in all)
        {
            XmlDoc.Prose(writer, $"param name=\"{field.Name}\"", field.Text);
        }

        var declaration = $"""
            public readonly record struct {CSharpNames.EscapeType(name)}(
                {string.Join(",\n    ", all.Select(field => $"{field.Type} {CSharpNames.Escape(field.Name)}"))})
            """;
        if (options.Has(ReferenceFeatures.InitAccessors))
        {
            writer.Write(declaration + ";");
            return;
        }

        writer.Open(declaration);
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0)
            {
                writer.BlankLine();
            }

            XmlDoc.Element(writer, "summary", all[i].Text);
            var member = CSharpNames.Escape(all[i].Name);
            writer.Write($"public {all[i].Type} {member} {{ get; }} = {member};");
        }

        writer.Close();
    }

    /// <summary>Writes the methods that convert an enum to the literals that the script compares with.</summary>
    private void EmitSpellings()
    {
        var sent = script.Keys.Concat(script.Arguments).SelectMany(value => value is SentSingle single ? [single.Value] : ((SentList)value).Items.Select(item => item.Value));
        foreach (var model in sent.Where(value => value.Enum is not null).Select(value => script.Enums.First(candidate => candidate.Name == value.Enum)))
        {
            writer.BlankLine();
            writer.Write($"private static string {helpers.Spell(model.Name)}({model.Name} value, string parameter) => value switch");
            writer.Write("{");
            foreach (var member in model.Members)
            {
                writer.Write($"    {model.Name}.{CSharpNames.Escape(member.Name)} => {member.Literal},");
            }

            writer.Write($$"""
                    _ => throw new global::System.ArgumentOutOfRangeException(parameter, value, "Not a value of {{model.Name}}."),
                };
                """);
        }
    }
}
