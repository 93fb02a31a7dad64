namespace LuaGen.Generator.Header;

/// <summary>What a script declares of itself, as written.</summary>
/// <param name="Prose">The paragraphs before the first declaration, each of one or more lines.</param>
/// <param name="ReplyProse">What <c>RETURNS</c> followed by plain words says of a reply.</param>
internal sealed record ScriptHeader(
    IReadOnlyList<IReadOnlyList<string>> Prose,
    IReadOnlyList<KeyDeclaration> Keys,
    IReadOnlyList<ArgumentDeclaration> Arguments,
    IReadOnlyList<ReplyDeclaration> Replies,
    string ReplyProse,
    IReadOnlyList<RaisesDeclaration> Raises,
    IReadOnlyList<OptionDeclaration> Options)
{
    /// <summary>Whether anything at all is declared; a comment of prose alone is no header.</summary>
    public bool DeclaresAnything => Keys.Count + Arguments.Count + Replies.Count + Raises.Count + Options.Count > 0;
}
