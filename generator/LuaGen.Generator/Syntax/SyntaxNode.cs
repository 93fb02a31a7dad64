using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Syntax;

/// <summary>A piece of a script with its exact place: from its first token to the end of its last.</summary>
internal abstract class SyntaxNode(TextSpan span)
{
    public TextSpan Span { get; } = span;
}
