using LuaGen.Generator.Binding;
using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking;

/// <summary>The locals of which a script asks whether they are false: by <c>if x</c>, <c>not x</c>, <c>x or …</c>, <c>x == false</c>.</summary>
internal sealed class TruthTests : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly HashSet<LocalSymbol> _tested = [];

    private TruthTests(BoundScript script) => _script = script;

    public static HashSet<LocalSymbol> Of(BoundScript script)
    {
        var tests = new TruthTests(script);
        tests.VisitBlock(script.Tree.Chunk);
        return tests._tested;
    }

    protected override void VisitStatement(Statement statement)
    {
        switch (statement)
        {
            case WhileStatement @while:
                Add(@while.Condition);
                break;
            case RepeatStatement repeat:
                Add(repeat.Condition);
                break;
            case IfStatement @if:
                foreach (var clause in @if.Clauses)
                {
                    Add(clause.Condition);
                }

                break;
        }

        base.VisitStatement(statement);
    }

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
