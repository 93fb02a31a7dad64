using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds functions for <c>table.sort</c> that do not tell which of two elements comes first: the sort then fails on some lists.</summary>
internal sealed class OrderFunctionChecks(TypedScript typed, FindingBag findings)
{
    private readonly BoundScript _script = typed.Script;

    public void Check(CallExpression call)
    {
        if (call.Arguments is [_, var less] && BodyOf(less) is { Parameters: [var one, var other], Block.Statements: [ReturnStatement { Values: [var result] }] }
            && _script.DeclaredBy(one) is { } first && _script.DeclaredBy(other) is { } second)
        {
            Check(result, first, second);
        }
    }

    private FunctionBody? BodyOf(Expression expression) => (typed.TypeOf(expression).Detail as FunctionSummary)?.Body;

    private void Check(Expression result, LocalSymbol first, LocalSymbol second)
    {
        while (result is ParenthesizedExpression parenthesized)
        {
            result = parenthesized.Inner;
        }

        switch (result)
        {
            case BinaryExpression { Operator: BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual } order when Concern(order, first, second):
                findings.InvalidComparator(order.Span, "is true for equal elements",
                    $"{Print(order.Left)} {(order.Operator == BinaryOperator.LessOrEqual ? "<" : ">")} {Print(order.Right)}");
                break;
            case UnaryExpression { Operator: UnaryOperator.Not, Operand: var inner } negation
                when _script.Resolve(inner) is BinaryExpression { Operator: BinaryOperator.Less or BinaryOperator.Greater } order && Concern(order, first, second):
                findings.InvalidComparator(negation.Span, "is true for equal elements",
                    $"{Print(order.Left)} {(order.Operator == BinaryOperator.Less ? ">" : "<")} {Print(order.Right)}");
                break;
            case BooleanLiteral { Value: true } or NumberLiteral or StringLiteral:
                findings.InvalidComparator(result.Span, "is always true", $"{first.Name} < {second.Name}");
                break;
            case BinaryExpression { Operator: BinaryOperator.Subtract } difference when Concern(difference, first, second):
                findings.InvalidComparator(difference.Span, "returns a number, which is always true", $"{Print(difference.Left)} < {Print(difference.Right)}");
                break;
        }
    }

    /// <summary>Whether the operands are the same, but that each is of its own element: <c>tonumber(a)</c> and <c>tonumber(b)</c>.</summary>
    private bool Concern(BinaryExpression operation, LocalSymbol first, LocalSymbol second) =>
        (Mentions.Of(_script, operation.Left, first) && Mentions.Of(_script, operation.Right, second))
        || (Mentions.Of(_script, operation.Left, second) && Mentions.Of(_script, operation.Right, first));

    private string Print(Expression expression) => SourceExcerpt.Of(_script.Tree, expression);
}
