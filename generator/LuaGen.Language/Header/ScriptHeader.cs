namespace LuaGen.Language.Header;

/// <summary>The declarations of a script's header, as written.</summary>
/// <param name="Prose">The paragraphs before the first declaration, each of one or more lines.</param>
/// <param name="ReplyProse">The text of <c>RETURNS</c> lines that describe the reply in prose.</param>
/// <param name="LooseReply">The first line that would declare a reply if it were written as <c>RETURNS</c> and a type.</param>
/// <param name="Loose">Keys and arguments that are declared in free form, to be completed from the code.</param>
/// <param name="DeclaresAnything">Whether any line is a declaration, valid or not; a comment that is only prose is not a header.</param>
/// <param name="HasAllArguments">Whether every argument declaration could be parsed; if not, a missing index must not be reported.</param>
internal sealed record ScriptHeader(
    IReadOnlyList<IReadOnlyList<string>> Prose,
    IReadOnlyList<KeyDeclaration> Keys,
    IReadOnlyList<ArgumentDeclaration> Arguments,
    IReadOnlyList<ReplyDeclaration> Replies,
    string ReplyProse,
    LooseReply? LooseReply,
    IReadOnlyList<RaisesDeclaration> Raises,
    IReadOnlyList<OptionDeclaration> Options,
    IReadOnlyList<LooseDeclaration> Loose,
    bool DeclaresAnything,
    bool HasAllArguments)
{
    /// <summary>The header of a script without comments.</summary>
    public static ScriptHeader Empty { get; } = new([], [], [], [], "", null, [], [], [], DeclaresAnything: false, HasAllArguments: true);

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
        return Empty with { Prose = Prose, Options = [.. readOnlyBy is null ? options : options.Append(new OptionDeclaration(default, "readonly", readOnlyBy))] };
    }
}
