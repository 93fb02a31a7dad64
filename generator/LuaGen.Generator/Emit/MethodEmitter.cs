using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes a script's methods: in the interface with documentation, in the class with bodies.</summary>
internal sealed class MethodEmitter(CSharpWriter writer, ScriptModel script, string className, HelperNames helpers)
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    private bool HasValue => script.Reply is not NoValueReply;

    private IEnumerable<string> ParameterNames => script.Parameters.Select(parameter => CSharpNames.Escape(parameter.Name));

    private string Flags => CSharpNames.Escape(script.Names.Flags);

    private string CancellationToken => CSharpNames.Escape(script.Names.CancellationToken);

    private string Kind => script.Function is null ? "script" : "function";

    /// <summary>The sentence that leads to the definition, and says how a function is called.</summary>
    private string Definition
    {
        get
        {
            var definition = $"""<see cref="{className}.Definitions.{CSharpNames.Escape(script.Name)}"/>""";
            return script.Function is { } function
                ? $"""Sent as <c>{LibraryDefinitionsEmitter.Command(script)} {XmlDoc.Escape(function.Name)}</c>: {definition}. Its library must be loaded: <see cref="{className}.Definitions.Library"/>."""
                : $"The script: {definition}.";
        }
    }

    // No keyword ends with Async, so these names need no escape.
    private string Documented => $"""/// <inheritdoc cref="{script.Name}Async"/>""";

    public void EmitDeclarations()
    {
        EmitDocumentation();
        Declare(script.Name, isAsync: true);
        writer.BlankLine();
        writer.Write(Documented);
        Declare(script.Name, isAsync: false);
    }

    public void EmitImplementations()
    {
        var prepare = $"{helpers.Prepare(script.Name)}({string.Join(", ", ParameterNames)})";
        var read = helpers.Read(script.Name);
        Implement(script.Name, isAsync: true, $"{prepare}.SendAsync(_target, {read}, {Flags}, {CancellationToken})");
        writer.BlankLine();
        Implement(script.Name, isAsync: false, $"{prepare}.Send(_target, {read}, {Flags})");
        writer.BlankLine();
        new PrepareEmitter(writer, script, helpers).Emit();
        writer.BlankLine();
        new ReaderEmitter(writer, helpers).EmitReader(read, script.Reply);
    }

    /// <summary>Declares the methods without a version number in the interface.</summary>
    public void EmitNewestDeclarations()
    {
        writer.Write(Documented);
        Declare(script.Version!.Value.Name, isAsync: true);
        writer.BlankLine();
        writer.Write(Documented);
        Declare(script.Version!.Value.Name, isAsync: false);
    }

    /// <summary>Implements the methods without a version number, which call the newest version.</summary>
    public void EmitNewestImplementations()
    {
        var arguments = string.Join(", ", ParameterNames.Append(Flags));
        Implement(script.Version!.Value.Name, isAsync: true, $"{script.Name}Async({arguments}, {CancellationToken})");
        writer.BlankLine();
        Implement(script.Version!.Value.Name, isAsync: false, $"{script.Name}({arguments})");
    }

    private void Declare(string name, bool isAsync) =>
        writer.Write(Signature(name, isAsync, owner: className + ".", isPublic: false) + ";");

    private void Implement(string name, bool isAsync, string call) =>
        writer.Write($"""
            /// <inheritdoc/>
            {Signature(name, isAsync, owner: "", isPublic: true)} =>
                {call};
            """);

    private string Signature(string name, bool isAsync, string owner, bool isPublic)
    {
        var value = CSharpNames.TypeOf(script.Reply, owner);
        var type = !isAsync ? value : HasValue ? $"{ValueTask}<{value}>" : ValueTask;
        var parameters = script.Parameters
            .Select(parameter => $"{CSharpNames.TypeOf(parameter.Type, owner)} {CSharpNames.Escape(parameter.Name)}{Default(parameter, owner)}")
            .Append($"global::StackExchange.Redis.CommandFlags {Flags} = global::StackExchange.Redis.CommandFlags.None");
        if (isAsync)
        {
            parameters = parameters.Append($"global::System.Threading.CancellationToken {CancellationToken} = default");
        }

        return $"{(isPublic ? "public " : "")}{type} {CSharpNames.Escape(isAsync ? name + "Async" : name)}(\n    {string.Join(",\n    ", parameters)})";
    }

    private static string Default(ParameterModel parameter, string owner) =>
        parameter.Default is null ? ""
        : parameter.Type is { IsNested: true, IsNullable: false } ? $" = {owner}{parameter.Default}"
        : $" = {parameter.Default}";

    private void EmitDocumentation()
    {
        var documentation = script.Documentation;
        if (documentation.Summary.Length == 0)
        {
            XmlDoc.Element(writer, "summary", script.Function is { } function ? $"Calls the function {function.Name} of {script.FilePath}." : $"Runs {script.FilePath}.");
        }
        else
        {
            XmlDoc.Prose(writer, "summary", documentation.Summary);
        }

        if (documentation.Remarks.Count == 0)
        {
            writer.Write($"""/// <remarks>{Definition}</remarks>""");
        }
        else
        {
            writer.Write("/// <remarks>");
            foreach (var paragraph in documentation.Remarks)
            {
                XmlDoc.Prose(writer, "para", paragraph);
            }

            writer.Write($"""
                /// <para>{Definition}</para>
                /// </remarks>
                """);
        }

        foreach (var parameter in script.Parameters)
        {
            XmlDoc.Prose(writer, $"param name=\"{parameter.Name}\"", parameter.Text);
        }

        XmlDoc.Element(writer, $"param name=\"{script.Names.Flags}\"", "The command flags of the client.");
        XmlDoc.Element(writer, $"param name=\"{script.Names.CancellationToken}\"", "Cancels the wait; a call already sent may still run.");
        if (HasValue && documentation.Returns.Length == 0)
        {
            XmlDoc.Element(writer, "returns", $"The {Kind}'s reply: {script.Returns}.");
        }
        else if (HasValue)
        {
            XmlDoc.Prose(writer, "returns", documentation.Returns);
        }

        var raised = string.Concat(documentation.Raises.Select(error => " " + XmlDoc.EscapeProse(DocumentationText.Of(error))));
        var missing = script.Function is null ? "" : ", or the server does not have it";
        writer.Write($"""/// <exception cref="global::LuaGen.ScriptException">The {Kind} failed{missing}.{raised}</exception>""");
    }
}
