using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds replies of 1 or 0 that are used as conditions: 0 is true in Lua.</summary>
internal sealed class ConditionChecks(TypedScript script, FindingBag findings)
{
    /// <summary>Commands whose result is meant to be tested for 0. With other commands, a condition that is always true may be intended.</summary>
    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
    {
        "EXISTS", "HEXISTS", "SISMEMBER", "SETNX", "HSETNX", "MSETNX", "RENAMENX", "GETBIT", "PERSIST", "COPY", "MOVE", "SMOVE",
        "STRLEN", "HSTRLEN", "LLEN", "HLEN", "SCARD", "ZCARD", "ZCOUNT", "ZLEXCOUNT", "XLEN", "PFCOUNT", "BITCOUNT",
    };

    /// <summary>Expressions of which only the truth matters. The value of any other <c>x or y</c> may be <c>x</c> itself.</summary>
    private readonly HashSet<Expression> _tested = [];

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                CheckCondition(negation.Operand, negation);
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                CheckOne(logical.Left, isExact: logical.Operator == BinaryOperator.And || _tested.Contains(logical));
                break;
        }
    }

    /// <summary>The last operand of a chain of <c>and</c> and <c>or</c> decides too; the other operands are entered separately.</summary>
    public void CheckCondition(Expression condition, UnaryExpression? negation = null)
    {
        _tested.Add(condition);
        switch (condition)
        {
            case ParenthesizedExpression parenthesized:
                CheckCondition(parenthesized.Inner, negation);
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                MarkTested(logical.Left);
                CheckCondition(logical.Right, negation);
                break;
            default:
                CheckOne(condition, isExact: true, negation);
                break;
        }
    }

    private void MarkTested(Expression expression)
    {
        while (_tested.Add(expression))
        {
            switch (expression)
            {
                case ParenthesizedExpression parenthesized:
                    expression = parenthesized.Inner;
                    break;
                case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                    _tested.Add(logical.Right);
                    expression = logical.Left;
                    break;
            }
        }
    }

    private void CheckOne(Expression expression, bool isExact, UnaryExpression? negation = null)
    {
        if (expression is CallExpression or NameExpression
            && script.TypeOf(expression) is { Kinds: LuaKinds.Integer, Provenance: Provenance.Reply, Detail: Reply reply } && Questions.Contains(reply.Command))
        {
            findings.NumberAsCondition(expression.Span, reply.Command, RemedyFor(expression, isExact, negation));
        }
    }

    /// <summary><c>not x</c> becomes <c>x == 0</c> as a whole; in <c>not (x and y)</c>, only <c>x</c> is replaced.</summary>
    private Remedy RemedyFor(Expression expression, bool isExact, UnaryExpression? negation)
    {
        var tree = script.Script.Tree;
        var shown = $"{SourceExcerpt.Of(tree, expression)} {(negation is null ? "~= 0" : "== 0")}";
        return new Remedy(shown, !isExact ? null
            : negation?.Operand == expression ? Remedy.Exact(tree, negation, print => $"{print(expression)} == 0")
            : Remedy.Exact(tree, expression, print => $"{print(expression)} ~= 0"));
    }
}
