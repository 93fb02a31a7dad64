using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

internal sealed partial class TypeInference
{
    /// <summary>The locals after a condition had the given outcome; <see langword="null"/> if it cannot have it.</summary>
    private LocalEnvironment? WhereHolds(LocalEnvironment locals, Expression condition, bool truth) => Narrowed(locals.Copy(), condition, truth);

    /// <summary>The same, changing the given locals in place.</summary>
    private LocalEnvironment? Narrowed(LocalEnvironment locals, Expression condition, bool truth)
    {
        if (condition is BooleanLiteral literal && literal.Value != truth)
        {
            return null;
        }

        Refine(locals, condition, truth);
        return locals;
    }

    private void Refine(LocalEnvironment locals, Expression condition, bool truth)
    {
        if (HasGivenUp())
        {
            return;
        }

        switch (condition)
        {
            case ParenthesizedExpression parenthesized:
                Refine(locals, parenthesized.Inner, truth);
                break;
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                Refine(locals, negation.Operand, !truth);
                break;
            case BinaryExpression { Operator: BinaryOperator.And } both when truth:
                Refine(locals, both.Left, truth);
                Refine(locals, both.Right, truth);
                break;
            case BinaryExpression { Operator: BinaryOperator.Or } either when !truth:
                Refine(locals, either.Left, truth);
                Refine(locals, either.Right, truth);
                break;
            case BinaryExpression { Operator: BinaryOperator.Equal } equal:
                RefineEqual(locals, equal, truth);
                break;
            case BinaryExpression { Operator: BinaryOperator.NotEqual } notEqual:
                RefineEqual(locals, notEqual, !truth);
                break;
            case NameExpression name:
                Narrow(locals, name, truth ? LuaKinds.Any & ~LuaKinds.Falsy : LuaKinds.Falsy);
                break;
        }
    }

    private void RefineEqual(LocalEnvironment locals, BinaryExpression comparison, bool truth)
    {
        RefineAgainst(locals, comparison.Left, comparison.Right, truth);
        RefineAgainst(locals, comparison.Right, comparison.Left, truth);
    }

    /// <summary><c>x == nil</c>, <c>x == 'text'</c>, <c>type(x) == 'table'</c></summary>
    private void RefineAgainst(LocalEnvironment locals, Expression tested, Expression constant, bool truth)
    {
        switch (tested, constant)
        {
            case (NameExpression name, NilLiteral or BooleanLiteral):
                var single = KindsOf(constant);
                Narrow(locals, name, truth ? single : LuaKinds.Any & ~single);
                break;
            case (NameExpression name, StringLiteral or NumberLiteral) when truth:
                Narrow(locals, name, KindsOf(constant));
                break;
            case (CallExpression { Arguments: [NameExpression name] } call, StringLiteral type) when _script.IsGlobal(_script.Resolve(call.Function), "type"):
                var kinds = KindsNamed(type.Value);
                Narrow(locals, name, truth ? kinds : LuaKinds.Any & ~kinds);
                break;
        }
    }

    private void Narrow(LocalEnvironment locals, NameExpression name, LuaKinds kinds)
    {
        if (_script.LocalOf(name) is { } symbol && symbol.Depth == _frame.Depth && !(symbol.IsCaptured && symbol.IsReassigned))
        {
            locals[symbol.Slot] = locals[symbol.Slot].Only(kinds);
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

    /// <summary>The kinds for which <c>type</c> returns that name; none for a name that it never returns.</summary>
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
