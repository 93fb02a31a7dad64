namespace LuaGen.Generator.Header;

/// <summary>What a script declares of itself, as written.</summary>
/// <param name="Prose">The paragraphs before the first declaration, each of one or more lines.</param>
/// <param name="ReplyProse">What <c>RETURNS</c> followed by plain words says of a reply.</param>
/// <param name="DeclaresAnything">Whether any line declares something, well or badly; a comment of prose alone is no header.</param>
/// <param name="HasAllKeys">Whether every line that declares a key could be read; where not, a missing index says nothing.</param>
/// <param name="HasAllArguments">The same of arguments.</param>
internal sealed record ScriptHeader(
    IReadOnlyList<IReadOnlyList<string>> Prose,
    IReadOnlyList<KeyDeclaration> Keys,
    IReadOnlyList<ArgumentDeclaration> Arguments,
    IReadOnlyList<ReplyDeclaration> Replies,
    string ReplyProse,
    IReadOnlyList<RaisesDeclaration> Raises,
    IReadOnlyList<OptionDeclaration> Options,
    bool DeclaresAnything,
    bool HasAllKeys,
    bool HasAllArguments);
