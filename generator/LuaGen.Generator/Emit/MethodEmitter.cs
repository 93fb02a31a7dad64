using LuaGen.Generator.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes a script's methods: in the interface with their documentation, in the class with their bodies.</summary>
internal sealed class MethodEmitter(CSharpWriter writer, ScriptModel script, string className)
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    private bool HasValue => script.Reply is not NoValueReply;

    public void EmitDeclarations()
    {
        EmitDocumentation();
        writer.Write(Signature(isAsync: true, owner: className + ".", isPublic: false) + ";");
        writer.BlankLine();
        writer.Write($"""/// <inheritdoc cref="{CSharpNames.Escape(script.Name + "Async")}"/>""");
        writer.Write(Signature(isAsync: false, owner: className + ".", isPublic: false) + ";");
    }

    public void EmitImplementations()
    {
        var arguments = string.Join(", ", script.Parameters.Select(parameter => CSharpNames.Escape(parameter.Name)));
        var flags = CSharpNames.Escape(script.Names.Flags);

        writer.Write("/// <inheritdoc/>");
        writer.Write(Signature(isAsync: true, owner: "", isPublic: true) + " =>");
        writer.Write($"    Prepare{script.Name}({arguments}).SendAsync(_target, Read{script.Name}, {flags}, {CSharpNames.Escape(script.Names.CancellationToken)});");
        writer.BlankLine();
        writer.Write("/// <inheritdoc/>");
        writer.Write(Signature(isAsync: false, owner: "", isPublic: true) + " =>");
        writer.Write($"    Prepare{script.Name}({arguments}).Send(_target, Read{script.Name}, {flags});");
        writer.BlankLine();
        new PrepareEmitter(writer, script).Emit();
        writer.BlankLine();
        new ReaderEmitter(writer).EmitReader($"Read{script.Name}", script.Reply);
    }

    /// <summary>The methods by the name of all versions, in the interface.</summary>
    public void EmitNewestDeclarations()
    {
        writer.Write($"""/// <inheritdoc cref="{script.Name}Async"/>""");
        writer.Write(Signature(isAsync: true, owner: className + ".", isPublic: false, script.Version!.Value.Name) + ";");
        writer.BlankLine();
        writer.Write($"""/// <inheritdoc cref="{script.Name}Async"/>""");
        writer.Write(Signature(isAsync: false, owner: className + ".", isPublic: false, script.Version!.Value.Name) + ";");
    }

    /// <summary>The methods by the name of all versions, which call the newest.</summary>
    public void EmitNewestImplementations()
    {
        var arguments = string.Concat(script.Parameters.Select(parameter => CSharpNames.Escape(parameter.Name) + ", "));
        var flags = CSharpNames.Escape(script.Names.Flags);
        writer.Write("/// <inheritdoc/>");
        writer.Write(Signature(isAsync: true, owner: "", isPublic: true, script.Version!.Value.Name) + " =>");
        writer.Write($"    {script.Name}Async({arguments}{flags}, {CSharpNames.Escape(script.Names.CancellationToken)});");
        writer.BlankLine();
        writer.Write("/// <inheritdoc/>");
        writer.Write(Signature(isAsync: false, owner: "", isPublic: true, script.Version!.Value.Name) + " =>");
        writer.Write($"    {script.Name}({arguments}{flags});");
    }

    private string Signature(bool isAsync, string owner, bool isPublic, string? otherName = null)
    {
        var value = CSharpNames.TypeOf(script.Reply, owner);
        var type = !isAsync ? value : HasValue ? $"{ValueTask}<{value}>" : ValueTask;
        var name = (otherName ?? script.Name) + (isAsync ? "Async" : "");
        var parameters = script.Parameters
            .Select(parameter => $"{CSharpNames.TypeOf(parameter.Type, owner)} {CSharpNames.Escape(parameter.Name)}{Default(parameter, owner)}")
            .Append($"global::StackExchange.Redis.CommandFlags {CSharpNames.Escape(script.Names.Flags)} = global::StackExchange.Redis.CommandFlags.None");
        if (isAsync)
        {
            parameters = parameters.Append($"global::System.Threading.CancellationToken {CSharpNames.Escape(script.Names.CancellationToken)} = default");
        }

        return $"{(isPublic ? "public " : "")}{type} {CSharpNames.Escape(name)}(\n    {string.Join(",\n    ", parameters)})";
    }

    private static string Default(ParameterModel parameter, string owner) =>
        parameter.Default is null ? ""
        : parameter.Type is { IsNested: true, IsNullable: false } ? $" = {owner}{parameter.Default}"
        : $" = {parameter.Default}";

    private void EmitDocumentation()
    {
        var documentation = script.Documentation;
        var summary = documentation.Summary.Length == 0 ? $"Runs {script.FilePath}." : documentation.Summary;
        XmlDoc.Element(writer, "summary", summary);
        if (documentation.Remarks.Count == 0)
        {
            writer.Write($"""/// <remarks>The script: <see cref="{className}.Definitions.{CSharpNames.Escape(script.Name)}"/>.</remarks>""");
        }
        else
        {
            writer.Write("/// <remarks>");
            foreach (var paragraph in documentation.Remarks)
            {
                XmlDoc.Element(writer, "para", paragraph);
            }

            writer.Write($"""
                /// <para>The script: <see cref="{className}.Definitions.{CSharpNames.Escape(script.Name)}"/>.</para>
                /// </remarks>
                """);
        }

        foreach (var parameter in script.Parameters)
        {
            XmlDoc.Element(writer, $"param name=\"{parameter.Name}\"", parameter.Text);
        }

        XmlDoc.Element(writer, $"param name=\"{script.Names.Flags}\"", "How the client sends the call.");
        XmlDoc.Element(writer, $"param name=\"{script.Names.CancellationToken}\"", "Ends the wait; a call that was sent by then may have run.");
        if (HasValue)
        {
            XmlDoc.Element(writer, "returns", documentation.Returns.Length == 0 ? $"The script's reply: {script.Returns}." : documentation.Returns);
        }

        var raised = string.Concat(documentation.Raises.Select(error => XmlDoc.Escape($" {error.Code}: {XmlDoc.Sentence(error.Text)}")));
        writer.Write($"""/// <exception cref="global::LuaGen.ScriptException">The script failed.{raised}</exception>""");
    }
}
