using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking.Types;

internal sealed partial class TypeInference
{
    /// <summary>What the locals hold where a condition has come out that way; <see langword="null"/> where it cannot.</summary>
    private Environment? WhereHolds(Environment environment, Expression condition, bool truth)
    {
        if (condition is BooleanLiteral literal && literal.Value != truth)
        {
            return null;
        }

        var refined = environment.Copy();
        Refine(refined, condition, truth);
        return refined;
    }

    private void Refine(Environment environment, Expression condition, bool truth)
    {
        if (HasGivenUp())
        {
            return;
        }

        switch (condition)
        {
            case ParenthesizedExpression parenthesized:
                Refine(environment, parenthesized.Inner, truth);
                break;
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                Refine(environment, negation.Operand, !truth);
                break;
            case BinaryExpression { Operator: BinaryOperator.And } both when truth:
                Refine(environment, both.Left, truth);
                Refine(environment, both.Right, truth);
                break;
            case BinaryExpression { Operator: BinaryOperator.Or } either when !truth:
                Refine(environment, either.Left, truth);
                Refine(environment, either.Right, truth);
                break;
            case BinaryExpression { Operator: BinaryOperator.Equal } equal:
                RefineEqual(environment, equal, truth);
                break;
            case BinaryExpression { Operator: BinaryOperator.NotEqual } notEqual:
                RefineEqual(environment, notEqual, !truth);
                break;
            case NameExpression name:
                Narrow(environment, name, truth ? LuaKinds.Any & ~LuaKinds.Falsy : LuaKinds.Falsy);
                break;
        }
    }

    private void RefineEqual(Environment environment, BinaryExpression comparison, bool truth)
    {
        RefineAgainst(environment, comparison.Left, comparison.Right, truth);
        RefineAgainst(environment, comparison.Right, comparison.Left, truth);
    }

    /// <summary><c>x == nil</c>, <c>x == 'text'</c>, <c>type(x) == 'table'</c></summary>
    private void RefineAgainst(Environment environment, Expression tested, Expression constant, bool truth)
    {
        switch (tested, constant)
        {
            case (NameExpression name, NilLiteral or BooleanLiteral):
                var single = KindsOf(constant);
                Narrow(environment, name, truth ? single : LuaKinds.Any & ~single);
                break;
            case (NameExpression name, StringLiteral or NumberLiteral) when truth:
                Narrow(environment, name, KindsOf(constant));
                break;
            case (CallExpression { Arguments: [NameExpression name] } call, StringLiteral type) when _script.IsGlobal(_script.Resolve(call.Function), "type"):
                var kinds = KindsNamed(type.Value);
                Narrow(environment, name, truth ? kinds : LuaKinds.Any & ~kinds);
                break;
        }
    }

    private void Narrow(Environment environment, NameExpression name, LuaKinds kinds)
    {
        if (_script.LocalOf(name) is { } symbol && symbol.Depth == _frame.Depth && !(symbol.IsCaptured && symbol.IsReassigned))
        {
            environment[symbol.Slot] = environment[symbol.Slot].Only(kinds);
        }
    }

    private static LuaKinds KindsOf(Expression constant) => constant switch
    {
        NilLiteral => LuaKinds.Nil,
        BooleanLiteral { Value: true } => LuaKinds.True,
        BooleanLiteral => LuaKinds.False,
        StringLiteral => LuaKinds.String,
        _ => LuaKinds.Number,
    };

    /// <summary>What <c>type</c> gives that name to; of a name that it never gives, nothing.</summary>
    private static LuaKinds KindsNamed(string type) => type switch
    {
        "nil" => LuaKinds.Nil,
        "boolean" => LuaKinds.Boolean,
        "number" => LuaKinds.Number,
        "string" => LuaKinds.String,
        "table" => LuaKinds.AnyTable,
        "function" => LuaKinds.Function,
        _ => LuaKinds.None,
    };
}
