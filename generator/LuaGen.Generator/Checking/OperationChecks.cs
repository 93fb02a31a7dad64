using LuaGen.Generator.Checking.Types;
using LuaGen.Generator.Findings;
using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking;

/// <summary>Finds operations that fail whatever the script is called with.</summary>
internal sealed class OperationChecks(TypedScript script, FindingBag findings)
{
    public void Check(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation:
                CheckConcatenated(concatenation.Left);
                CheckConcatenated(concatenation.Right);
                break;
            case BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo or BinaryOperator.Power } arithmetic:
                CheckCalculated(arithmetic.Left);
                CheckCalculated(arithmetic.Right);
                break;
            case UnaryExpression { Operator: UnaryOperator.Negate } negation:
                CheckCalculated(negation.Operand);
                break;
            case MemberExpression member:
                CheckIndexed(member.Target);
                break;
            case IndexExpression index:
                CheckIndexed(index.Target);
                break;
            case CallExpression call:
                CheckCalled(call.Function);
                break;
        }
    }

    private void CheckConcatenated(Expression operand)
    {
        if (script.TypeOf(operand).Is(LuaKinds.Falsy | LuaKinds.True | LuaKinds.Status | LuaKinds.Error | LuaKinds.Function))
        {
            Report(operand, "cannot be joined with ..", "tostring(x), or x or ''");
        }
    }

    private void CheckCalculated(Expression operand)
    {
        var value = script.TypeOf(operand);
        if (value.Is(LuaKinds.Falsy | LuaKinds.True | LuaKinds.Status | LuaKinds.Error | LuaKinds.Function))
        {
            Report(operand, "is no number", "tonumber(x or 0)");
        }
    }

    private void CheckIndexed(Expression target)
    {
        if (script.TypeOf(target).Is(LuaKinds.Falsy | LuaKinds.True | LuaKinds.Number | LuaKinds.Function))
        {
            Report(target, "has no fields", "the value itself, or look into a table");
        }
    }

    private void CheckCalled(Expression function)
    {
        if (script.TypeOf(function).Is(LuaKinds.Falsy | LuaKinds.True | LuaKinds.Number | LuaKinds.String))
        {
            Report(function, "is no function", "the name of one");
        }
    }

    private void Report(Expression expression, string problem, string remedy) =>
        findings.OperationFails(expression.Span, $"{SourceWords.Of(script.Script.Tree, expression)} is {KindWords.Of(script.TypeOf(expression))} and {problem}", remedy);
}
