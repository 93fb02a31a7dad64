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

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                CheckCondition(negation.Operand, "== 0");
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                CheckOne(logical.Left, "~= 0");
                break;
        }
    }

    /// <summary>The last operand of a chain of <c>and</c> and <c>or</c> decides too; the other operands are entered separately.</summary>
    public void CheckCondition(Expression condition, string remedy = "~= 0")
    {
        switch (condition)
        {
            case ParenthesizedExpression parenthesized:
                CheckCondition(parenthesized.Inner, remedy);
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                CheckCondition(logical.Right, remedy);
                break;
            default:
                CheckOne(condition, remedy);
                break;
        }
    }

    private void CheckOne(Expression expression, string remedy)
    {
        if (expression is CallExpression or NameExpression
            && script.TypeOf(expression) is { Kinds: LuaKinds.Integer, Provenance: Provenance.Reply, Detail: Reply reply } && Questions.Contains(reply.Command))
        {
            findings.NumberAsCondition(expression.Span, reply.Command, $"{SourceExcerpt.Of(script.Script.Tree, expression)} {remedy}");
        }
    }
}
