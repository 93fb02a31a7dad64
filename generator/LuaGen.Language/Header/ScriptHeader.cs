namespace LuaGen.Language.Header;

/// <summary>What a script declares of itself, as written.</summary>
/// <param name="Prose">The paragraphs before the first declaration, each of one or more lines.</param>
/// <param name="ReplyProse">What <c>RETURNS</c> followed by plain words says of a reply.</param>
/// <param name="LooseReply">The first line that would declare a reply if it were spelled <c>RETURNS</c> and a type.</param>
/// <param name="Loose">Keys and arguments that are declared in some form of their own, to be completed from the code.</param>
/// <param name="DeclaresAnything">Whether any line declares something, well or badly; a comment of prose alone is no header.</param>
/// <param name="HasAllArguments">Whether every line that declares an argument could be read; where not, a missing index says nothing.</param>
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
    /// <summary>Of a script without any comment.</summary>
    public static ScriptHeader Empty { get; } = new([], [], [], [], "", null, [], [], [], DeclaresAnything: false, HasAllArguments: true);

    /// <summary>Whether the header was read whole, in canonical lines: only then does what it leaves out say anything of the body.</summary>
    public bool IsComplete => DeclaresAnything && HasAllArguments && Loose.Count == 0;

    /// <summary>What counts of a script in a string: who calls it declares its keys, arguments and reply.</summary>
    /// <param name="readOnlyBy">The call's words for that it only reads; <see langword="null"/> when the call does not say so.</param>
    public ScriptHeader ForString(string? readOnlyBy)
    {
        var options = Options.Where(option => option.Name == "since");
        return Empty with { Prose = Prose, Options = [.. readOnlyBy is null ? options : options.Append(new OptionDeclaration(default, "readonly", readOnlyBy))] };
    }
}
