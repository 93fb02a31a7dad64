using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Collects the places of all string literals.</summary>
internal sealed class StringSpans : SyntaxWalker
{
    private readonly List<SourceSpan> _spans = [];

    private StringSpans()
    {
    }

    public static IReadOnlyList<SourceSpan> Of(SyntaxTree tree)
    {
        var strings = new StringSpans();
        strings.VisitBlock(tree.Chunk);
        return strings._spans;
    }

    protected override void Enter(Expression expression)
    {
        if (expression is StringLiteral)
        {
            _spans.Add(expression.Span);
        }
    }
}
