namespace LuaGen.Language.Syntax;

/// <summary>A node of the syntax tree; its span runs from its first token to the end of its last.</summary>
internal abstract class SyntaxNode(SourceSpan span)
{
    public SourceSpan Span { get; } = span;
}
