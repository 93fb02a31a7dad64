using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>The locals of which a script asks several things, so that a single comparison of them is not all it knows.</summary>
internal sealed class TestedLocals : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly HashSet<LocalSymbol> _tested = [];
    private readonly HashSet<LocalSymbol> _comparedWithText = [];

    private TestedLocals(BoundScript script) => _script = script;

    public static TestedLocals Of(BoundScript script)
    {
        var locals = new TestedLocals(script);
        locals.VisitBlock(script.Tree.Chunk);
        return locals;
    }

    /// <summary>Whether the script asks if it is false: by <c>if x</c>, <c>not x</c>, <c>x or …</c>, <c>x == false</c>.</summary>
    public bool IsTested(Expression expression) => expression is NameExpression name && _script.LocalOf(name) is { } symbol && _tested.Contains(symbol);

    /// <summary>Whether the script compares it with a string too: <c>x == 0 or x == '0'</c>.</summary>
    public bool IsComparedWithText(Expression expression) => expression is NameExpression name && _script.LocalOf(name) is { } symbol && _comparedWithText.Contains(symbol);

    protected override void EnterCondition(Expression condition) => Add(condition);

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                Add(negation.Operand);
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                Add(logical.Left);
                Add(logical.Right);
                break;
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison when comparison.Right is BooleanLiteral:
                Add(comparison.Left);
                break;
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison when comparison.Left is BooleanLiteral:
                Add(comparison.Right);
                break;
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual, Left: NameExpression name, Right: StringLiteral } when _script.LocalOf(name) is { } symbol:
                _comparedWithText.Add(symbol);
                break;
        }
    }

    private void Add(Expression expression)
    {
        if (expression is ParenthesizedExpression parenthesized)
        {
            Add(parenthesized.Inner);
        }
        else if (expression is NameExpression name && _script.LocalOf(name) is { } symbol)
        {
            _tested.Add(symbol);
        }
    }
}
