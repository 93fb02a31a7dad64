namespace LuaGen.Language.Header;

/// <summary>The declarations of a script's header, as written.</summary>
/// <param name="Lines">The lines, with the ones that are declarations.</param>
/// <param name="Prose">The paragraphs before the first declaration, each of one or more lines.</param>
/// <param name="ReplyProse">The text of <c>RETURNS</c> lines that describe the reply in prose.</param>
/// <param name="DeclaresAnything">Whether any line is a declaration, valid or not; a comment that is only prose is not a header.</param>
/// <param name="HasAllArguments">Whether every argument declaration could be parsed; if not, a missing index must not be reported.</param>
internal sealed record ScriptHeader(
    HeaderLines Lines,
    IReadOnlyList<IReadOnlyList<string>> Prose,
    IReadOnlyList<KeyDeclaration> Keys,
    IReadOnlyList<ArgumentDeclaration> Arguments,
    IReadOnlyList<ReplyDeclaration> Replies,
    string ReplyProse,
    IReadOnlyList<RaisesDeclaration> Raises,
    IReadOnlyList<OptionDeclaration> Options,
    bool DeclaresAnything,
    bool HasAllArguments)
{
    /// <summary>The header of a script without comments.</summary>
    public static ScriptHeader Empty { get; } = new(new HeaderLines([]), [], [], [], [], "", [], [], DeclaresAnything: false, HasAllArguments: true);

    /// <summary>Keys and arguments that are declared in another form, to be completed from the code.</summary>
    public IReadOnlyList<LooseDeclaration> Loose { get; init; } = [];

    /// <summary>Descriptions of keys and arguments by the names of their locals.</summary>
    public IReadOnlyList<NamedDescription> Named { get; init; } = [];

    /// <summary>Names that comments list for keys and arguments, which the code confirms or not.</summary>
    public IReadOnlyList<ListedName> Listed { get; init; } = [];

    /// <summary>The line that declares or documents the reply, if no line declares it canonically.</summary>
    public LooseReply? LooseReply { get; init; }

    /// <summary>Whether a declaration of a reply could not be parsed; then its absence must not be reported.</summary>
    public bool HasFaultyReply { get; init; }

    /// <summary>Whether the header says nothing of <c>KEYS</c>, so that the code declares them.</summary>
    public bool LeavesKeysOpen { get; init; }

    /// <summary>Whether the header says nothing of <c>ARGV</c>, so that the code declares them.</summary>
    public bool LeavesArgumentsOpen { get; init; }

    /// <summary>Whether it is the header of a script in a C# string.</summary>
    public bool IsForString { get; init; }

    /// <summary>Whether every line could be parsed and is canonical. Only then can the body be checked against what the header does not declare.</summary>
    public bool IsComplete => DeclaresAnything && HasAllArguments && Loose.Count == 0;

    /// <summary>The C# types that the header names.</summary>
    public IEnumerable<JsonType> JsonTypes() => Arguments.Select(argument => argument.Type)
        .Concat(Replies.Select(reply => reply.Type))
        .SelectMany(type => type.JsonTypes());

    /// <summary>The part that applies to a script in a C# string, whose keys, arguments and reply are declared by its caller.</summary>
    /// <param name="readOnlyBy">The part of the call that makes it read-only, or <see langword="null"/>.</param>
    public ScriptHeader ForString(string? readOnlyBy)
    {
        var options = Options.Where(option => option.Name == "since");
        return Empty with { IsForString = true, Prose = Prose, Options = [.. readOnlyBy is null ? options : options.Append(new OptionDeclaration(default, "readonly", readOnlyBy))] };
    }
}
