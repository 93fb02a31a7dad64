using LuaGen.Language.Syntax;

namespace LuaGen.Language.Fixing;

/// <summary>Finds the parts of a tree that a finding's span refers to.</summary>
internal sealed class SyntaxSearch : SyntaxWalker
{
    private readonly Func<SyntaxNode, bool> _matches;
    private readonly List<SyntaxNode> _found = [];

    private SyntaxSearch(Func<SyntaxNode, bool> matches) => _matches = matches;

    /// <summary>The expressions and statements that match, in source order.</summary>
    public static IReadOnlyList<SyntaxNode> All(SyntaxTree tree, Func<SyntaxNode, bool> matches)
    {
        var search = new SyntaxSearch(matches);
        search.VisitBlock(tree.Chunk);
        return search._found;
    }

    public static Expression? ExpressionAt(SyntaxTree tree, SourceSpan span) =>
        All(tree, node => node is Expression && node.Span == span).OfType<Expression>().FirstOrDefault();

    protected override void VisitStatement(Statement statement)
    {
        Add(statement);
        base.VisitStatement(statement);
    }

    protected override void Enter(Expression expression) => Add(expression);

    private void Add(SyntaxNode node)
    {
        if (_matches(node))
        {
            _found.Add(node);
        }
    }
}
