namespace LuaGen.Language.Syntax;

/// <summary>A piece of a script with its exact place: from its first token to the end of its last.</summary>
internal abstract class SyntaxNode(SourceSpan span)
{
    public SourceSpan Span { get; } = span;
}
