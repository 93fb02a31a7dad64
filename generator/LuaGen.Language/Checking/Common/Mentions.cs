using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>Whether an expression reads a local.</summary>
internal sealed class Mentions : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly LocalSymbol _symbol;
    private bool _isFound;

    private Mentions(BoundScript script, LocalSymbol symbol) => (_script, _symbol) = (script, symbol);

    public static bool Of(BoundScript script, Expression expression, LocalSymbol symbol)
    {
        var mentions = new Mentions(script, symbol);
        mentions.VisitExpression(expression);
        return mentions._isFound;
    }

    protected override void Enter(Expression expression) => _isFound |= expression is NameExpression name && _script.LocalOf(name) == _symbol;
}
