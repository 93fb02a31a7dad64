namespace LuaGen.Language.Model;

/// <summary>
/// One script with every decision made, so that the emitter only prints. The model has no positions and no Roslyn types:
/// an unchanged script gives an equal model, and no later step runs again for it.
/// </summary>
/// <param name="Class">The class that the script's methods belong to.</param>
/// <param name="Name">The method's name without <c>Async</c>.</param>
/// <param name="Version">The script and the version number, if the file name has one.</param>
/// <param name="Signature">The declarations without descriptions, to compare versions.</param>
/// <param name="FilePath">The path in the project, with <c>/</c>.</param>
/// <param name="Text">The script as it is sent.</param>
/// <param name="Sha1">The SHA-1 of the UTF-8 encoding of <paramref name="Text"/>, as Redis computes it.</param>
/// <param name="Returns">The reply as the header declares it.</param>
/// <param name="IsReadOnly">Whether it is sent as a read-only script, which may run on replicas.</param>
/// <param name="Parameters">The keys and arguments, in the order of the C# parameters.</param>
/// <param name="Keys">The values sent as <c>KEYS</c>, in order.</param>
/// <param name="Arguments">The values sent as <c>ARGV</c>, in order.</param>
/// <param name="Enums">The generated enums, of arguments and replies.</param>
/// <param name="Groups">The generated records of repeated groups.</param>
/// <param name="Reply">The reply that the call returns.</param>
/// <param name="Names">The names that must not clash with the header's names.</param>
/// <param name="Documentation">The header's documentation.</param>
/// <param name="JsonDeclarations">Where the header names the C# types that are exchanged as JSON.</param>
/// <param name="InferredHeader">The header to paste, for a script without one; otherwise empty.</param>
internal sealed record ScriptModel(
    ClassName Class,
    string Name,
    ScriptVersion? Version,
    string Signature,
    string FilePath,
    string Text,
    string Sha1,
    string Returns,
    bool IsReadOnly,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<SentValue> Keys,
    EquatableArray<SentValue> Arguments,
    EquatableArray<EnumModel> Enums,
    EquatableArray<GroupModel> Groups,
    ReplyModel Reply,
    OwnNames Names,
    DocumentationModel Documentation,
    EquatableArray<JsonDeclaration> JsonDeclarations,
    string InferredHeader)
{
    /// <summary>Where the lines of the text come from, as the runtime reads it; empty for a script that includes no files.</summary>
    public string SourceLines { get; init; } = "";

    /// <summary>
    /// The same script under the name that all versions share, with types of that name; <see langword="null"/> for a script
    /// without a version or without types.
    /// </summary>
    public ScriptModel? Unversioned { get; init; }

    /// <summary>The function that is called; <see langword="null"/> for a script.</summary>
    public FunctionModel? Function { get; init; }

    /// <summary>The C# types that are written or read as JSON.</summary>
    public IEnumerable<string> JsonTypes() => Keys.Concat(Arguments)
        .SelectMany(word => word is SentSingle single ? [single.Value] : ((SentList)word).Items.Select(item => item.Value))
        .Select(value => value.JsonType)
        .OfType<string>()
        .Concat(Reply.JsonTypes())
        .Distinct();

    /// <summary>The names of all types that are generated for the script.</summary>
    public IEnumerable<string> TypeNames() =>
        Enums.Select(type => type.Name)
            .Concat(Groups.Select(type => type.Name))
            .Concat(Reply.Records().Select(record => record.Name))
            .Concat(Documentation.Raises.Count == 0 ? [] : [ErrorsName]);

    /// <summary>The name of the class with the error codes.</summary>
    public string ErrorsName => Name + "Errors";
}

/// <summary>A function of a library, as FCALL names it.</summary>
/// <param name="Library">Its library.</param>
/// <param name="Name">The name that it is registered by.</param>
/// <param name="Span">The place of the name, to report other functions of that name.</param>
internal sealed record FunctionModel(LibraryModel Library, string Name, SourceSpan Span);

/// <summary>A function library.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Span">The place of the name, to report other libraries of that name.</param>
internal sealed record LibraryModel(string Name, SourceSpan Span);

/// <summary>The namespace and name of a class.</summary>
/// <param name="Namespace">The namespace; empty for the global namespace.</param>
internal readonly record struct ClassName(string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : Namespace + "." + Name;
}

/// <summary>The names of the generated code's own parameters and locals, chosen to differ from the header's names.</summary>
internal sealed record OwnNames(string Flags, string CancellationToken, string Call, string Index, string Json);

/// <summary>The documentation in a header.</summary>
/// <param name="Summary">The first paragraph.</param>
/// <param name="Remarks">The paragraphs after it.</param>
/// <param name="Returns">The description of the reply.</param>
/// <param name="Raises">The errors that the script itself raises.</param>
internal sealed record DocumentationModel(
    string Summary, EquatableArray<string> Remarks, string Returns, EquatableArray<RaisedError> Raises);

/// <summary>A C# type that a header names. The compiler reports at this place if it does not find the type.</summary>
/// <param name="Type">The type as the header names it.</param>
/// <param name="Line">The line of the name, starting at 1.</param>
/// <param name="Column">The column of the name, starting at 1.</param>
internal sealed record JsonDeclaration(string Type, int Line, int Column);

/// <param name="Name">The constant's name.</param>
/// <param name="Code">The first word of the error.</param>
/// <param name="Text">The header's description.</param>
internal readonly record struct RaisedError(string Name, string Code, string Text);
