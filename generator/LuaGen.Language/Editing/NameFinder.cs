using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>Finds names in the tree of a script.</summary>
internal sealed class NameFinder : SyntaxWalker
{
    private readonly Func<NameExpression, bool> _isWanted;
    private NameExpression? _found;

    private NameFinder(Func<NameExpression, bool> isWanted) => _isWanted = isWanted;

    public static NameExpression? At(ScriptAnalysis analysis, SourceSpan span) => Find(analysis, name => name.Span == span);

    public static NameExpression? FirstUseOf(ScriptAnalysis analysis, LocalSymbol symbol) => Find(analysis, name => analysis.Script.LocalOf(name) == symbol);

    protected override void VisitStatement(Statement statement)
    {
        if (_found is null)
        {
            base.VisitStatement(statement);
        }
    }

    protected override void Enter(Expression expression)
    {
        if (_found is null && expression is NameExpression name && _isWanted(name))
        {
            _found = name;
        }
    }

    private static NameExpression? Find(ScriptAnalysis analysis, Func<NameExpression, bool> isWanted)
    {
        var finder = new NameFinder(isWanted);
        finder.VisitBlock(analysis.Tree.Chunk);
        return finder._found;
    }
}
