using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds conditions that are always true: numbers, because 0 is true in Lua, arrays, because an empty one is, and errors of <c>redis.pcall</c>.</summary>
internal sealed class ConditionChecks(CheckedScript checkedScript)
{
    /// <summary>
    /// Commands whose result is meant to be tested for 0: those that ask whether something exists or how much, and those that
    /// reply with how many elements they changed. With other commands, a condition that is always true may be intended.
    /// </summary>
    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
    {
        "EXISTS", "HEXISTS", "SISMEMBER", "SMISMEMBER", "SETNX", "HSETNX", "MSETNX", "RENAMENX", "GETBIT", "PERSIST", "COPY", "MOVE", "SMOVE",
        "STRLEN", "HSTRLEN", "LLEN", "HLEN", "SCARD", "ZCARD", "ZCOUNT", "ZLEXCOUNT", "XLEN", "PFCOUNT", "BITCOUNT",
        "DEL", "UNLINK", "HDEL", "SREM", "ZREM", "LREM", "XDEL", "XACK", "SADD", "ZREMRANGEBYSCORE", "ZREMRANGEBYRANK", "ZREMRANGEBYLEX",
    };

    /// <summary>Expressions of which only the truth matters. The value of any other <c>x or y</c> may be <c>x</c> itself.</summary>
    private readonly HashSet<Expression> _tested = [];
    private readonly TypedScript _script = checkedScript.Types;
    private NameExpression? _taken;

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                CheckCondition(negation.Operand, negation);
                break;
            case BinaryExpression { Operator: BinaryOperator.Or } choice when !_tested.Contains(choice) && IsDefault(choice.Right):
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                CheckOne(logical.Left, isExact: logical.Operator == BinaryOperator.And || _tested.Contains(logical), negation: null, beside: logical.Right);
                break;
        }
    }

    public void Check(Statement statement)
    {
        // "if rows then for … in ipairs(rows) … end end" only takes care: an empty array does nothing there.
        if (statement is IfStatement { Clauses: [{ Condition: NameExpression name }], Else: null } && IsArray(_script.TypeOf(name)))
        {
            _taken = name;
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
                CheckOne(condition, isExact: true, negation, beside: null);
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

    private void CheckOne(Expression expression, bool isExact, UnaryExpression? negation, Expression? beside)
    {
        var value = _script.TypeOf(expression);
        var remedy = negation is null ? "~= 0" : "== 0";
        if (expression is UnaryExpression { Operator: UnaryOperator.Length })
        {
            checkedScript.Findings.ConstantCondition(expression.Span, $"`{Print(expression)}` is a number, and 0 is true in Lua", $"{Print(expression)} {remedy}");
            return;
        }

        if (expression is not (CallExpression or NameExpression or IndexExpression) || !value.MayBe(LuaKinds.Integer | LuaKinds.Table | LuaKinds.Error) || value.Detail is null || (beside is not null && Compares(beside, expression)))
        {
            return;
        }

        if (value is { Kinds: LuaKinds.Integer, Provenance: Provenance.Reply, Detail: Reply reply } && Questions.Contains(reply.Command))
        {
            checkedScript.Findings.NumberAsCondition(expression.Span, reply.Command, "0", RemedyFor(expression, isExact, negation, "~= 0", "== 0"));
        }
        else if (value is { Kinds: LuaKinds.Integer, Provenance: Provenance.Reply, Detail: Reply time } && isExact && ReplyShapes.IsTimeToLive(time.Command) && !checkedScript.TestedLocals.IsAskedFor(expression))
        {
            checkedScript.Findings.NumberAsCondition(expression.Span, time.Command, "-2", RemedyFor(expression, isExact, negation, ">= 0", "< 0"));
        }
        else if (IsArray(value) && expression != _taken && !checkedScript.TestedLocals.IsMeasured(expression))
        {
            checkedScript.Findings.ConstantCondition(expression.Span, $"`{Print(expression)}` is an array, and an empty one is true in Lua", $"#{Print(expression)} {remedy}");
        }
        else if (IsProtected(expression, value, isNegated: negation is not null) && !checkedScript.TestedLocals.IsMeasured(expression))
        {
            checkedScript.Findings.ConstantCondition(expression.Span, $"`{Print(expression)}` is a table when the command fails, and a table is true in Lua",
                expression is NameExpression ? $"type({Print(expression)}) == 'table' and {Print(expression)}.err" : "redis.call");
        }
    }

    /// <summary>
    /// <c>redis.call('SCARD', key) or 0</c>, <c>redis.call('SMEMBERS', key) or {}</c>: a default that is what the command replies
    /// when there is nothing, so that it does not matter that it is never taken.
    /// </summary>
    private bool IsDefault(Expression expression) => _script.Script.Resolve(expression) switch
    {
        NumberLiteral { Value: 0 } or NilLiteral or BooleanLiteral { Value: false } => true,
        StringLiteral { Value: "0" or "" } => true,
        TableConstructor { Fields.Count: 0 } => true,
        _ => false,
    };

    /// <summary><c>n and n &gt; 0</c>: the other operand decides.</summary>
    private bool Compares(Expression beside, Expression expression) =>
        expression is NameExpression name && _script.Script.LocalOf(name) is { } symbol && Mentions.Of(_script.Script, beside, symbol);

    private static bool IsArray(AbstractValue value) =>
        value.Is(LuaKinds.Table) && (value.Table is { IsOpen: false, Command: not null } || value.Detail is Reply { IsElement: false });

    /// <summary>The reply of <c>redis.pcall</c>, which is never false where it is an error. One that is never false at all is often tested to no harm, unless for its absence.</summary>
    private bool IsProtected(Expression expression, AbstractValue value, bool isNegated) =>
        value.Detail is Reply { IsElement: false } && value.MayBe(LuaKinds.Error) && (value.MayBe(LuaKinds.Falsy) || isNegated)
        && _script.Script.Resolve(expression) is CallExpression call && _script.TypeOf(call.Function).Detail is Builtin { Name: "redis.pcall" };

    /// <summary><c>not x</c> becomes <c>x == 0</c> as a whole; in <c>not (x and y)</c>, only <c>x</c> is replaced.</summary>
    private Remedy RemedyFor(Expression expression, bool isExact, UnaryExpression? negation, string present, string absent)
    {
        var tree = _script.Script.Tree;
        var shown = $"{SourceExcerpt.Of(tree, expression)} {(negation is null ? present : absent)}";
        return new Remedy(shown, !isExact ? null
            : negation?.Operand == expression ? Remedy.Exact(tree, negation, print => $"{print(expression)} {absent}")
            : Remedy.Exact(tree, expression, print => $"{print(expression)} {present}"));
    }

    private string Print(Expression expression) => SourceExcerpt.Of(_script.Script.Tree, expression);
}
