using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds answers of commands that are taken for true or false: they are 1 or 0, and 0 is true in Lua.</summary>
internal sealed class ConditionChecks(TypedScript script, FindingBag findings)
{
    /// <summary>Commands that are asked for the sake of whether the answer is 0; of others a condition may be meant to be always true.</summary>
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

    /// <summary>The last one of a chain of <c>and</c> and <c>or</c> decides too; the others are entered by themselves.</summary>
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
            && script.TypeOf(expression) is { Kinds: LuaKinds.Integer, Origins: Origins.Reply, Detail: Reply reply } && Questions.Contains(reply.Command))
        {
            findings.NumberAsCondition(expression.Span, reply.Command, $"{SourceWords.Of(script.Script.Tree, expression)} {remedy}");
        }
    }
}
