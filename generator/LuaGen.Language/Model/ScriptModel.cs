namespace LuaGen.Language.Model;

/// <summary>
/// One script, decided in full: what is emitted follows from this by printing. No positions and no types of the
/// compiler, so that an equal script is an equal model and nothing runs again for it.
/// </summary>
/// <param name="Class">The class that the script's methods belong to.</param>
/// <param name="Name">The method's name without <c>Async</c>.</param>
/// <param name="Version">Which version of which script it is, if its file says so.</param>
/// <param name="Signature">The declarations without their words, to be compared with those of other versions.</param>
/// <param name="FilePath">The script's path in its project, with <c>/</c>.</param>
/// <param name="Text">The script as it is sent.</param>
/// <param name="Sha1">The SHA-1 of the UTF-8 of <paramref name="Text"/>, as Redis computes it.</param>
/// <param name="Returns">The reply as the header words it.</param>
/// <param name="IsReadOnly">Whether it is sent so that it cannot write, and may run on replicas.</param>
/// <param name="Parameters">The header's keys and arguments in the order of the C# parameters.</param>
/// <param name="Keys">What is sent as <c>KEYS</c>, in order.</param>
/// <param name="Arguments">What is sent as <c>ARGV</c>, in order.</param>
/// <param name="Enums">The emitted enums, of arguments and of replies.</param>
/// <param name="Groups">The emitted records of repeated groups.</param>
/// <param name="Reply">What the call gives.</param>
/// <param name="Names">The names that must give way to the header's own.</param>
/// <param name="Documentation">The header's prose.</param>
/// <param name="InferredHeader">The header to paste, for a script that has none; else empty.</param>
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
    EquatableArray<WordModel> Keys,
    EquatableArray<WordModel> Arguments,
    EquatableArray<EnumModel> Enums,
    EquatableArray<GroupModel> Groups,
    ReplyModel Reply,
    OwnNames Names,
    DocumentationModel Documentation,
    string InferredHeader)
{
    /// <summary>The C# types that are written to or read from JSON.</summary>
    public IEnumerable<string> JsonTypes() => Keys.Concat(Arguments)
        .SelectMany(word => word is SingleWord single ? [single.Value] : ((ListWords)word).Items.Select(item => item.Value))
        .Select(value => value.JsonType)
        .OfType<string>()
        .Concat(Reply.JsonTypes())
        .Distinct();

    /// <summary>The names of all types that are emitted for it.</summary>
    public IEnumerable<string> TypeNames() =>
        Enums.Select(type => type.Name)
            .Concat(Groups.Select(type => type.Name))
            .Concat(Reply.Records().Select(record => record.Name))
            .Concat(Documentation.Raises.Count == 0 ? [] : [ErrorsName]);

    /// <summary>The class that holds the codes of its errors.</summary>
    public string ErrorsName => Name + "Errors";
}

/// <summary>A version of a script: <c>Transfer.v2.lua</c>.</summary>
/// <param name="Name">The name of all versions together.</param>
/// <param name="Number">Versions are ordered by it, so that 10 comes after 2.</param>
internal readonly record struct ScriptVersion(string Name, int Number);

/// <summary>Where a class stands.</summary>
/// <param name="Namespace">Empty for the global one.</param>
internal readonly record struct ClassName(string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : Namespace + "." + Name;
}

/// <summary>The names of the emitted code's own parameters and locals, chosen so that they clash with none of the header's.</summary>
internal sealed record OwnNames(string Flags, string CancellationToken, string Call, string Index, string Json);

/// <summary>What a header says in words.</summary>
/// <param name="Summary">The first paragraph.</param>
/// <param name="Remarks">The paragraphs after it.</param>
/// <param name="Returns">What the reply is.</param>
/// <param name="Raises">The errors that the script itself raises.</param>
internal sealed record DocumentationModel(
    string Summary, EquatableArray<string> Remarks, string Returns, EquatableArray<RaisedError> Raises);

/// <param name="Name">The constant's name.</param>
/// <param name="Code">The first word of the error.</param>
/// <param name="Text">The header's words.</param>
internal readonly record struct RaisedError(string Name, string Code, string Text);
