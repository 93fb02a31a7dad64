using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Library;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>
/// Finds replies that are false or nil when a key, a field or an element is missing, and are used where only a value works. A script that
/// tests the reply, asks for the existence of the key or writes it first takes care of it, and is not reported.
/// </summary>
internal sealed class MissingReplyChecks(CheckedScript checkedScript)
{
    /// <summary>How many locals and conversions are followed back to the call.</summary>
    private const int MaxSteps = 8;

    private readonly TypedScript _script = checkedScript.Types;
    private readonly HashSet<Expression> _reported = [];
    private readonly Dictionary<LocalSymbol, Expression> _unpacked = [];

    /// <summary><c>local a, b = unpack(reply)</c></summary>
    public void Check(Statement statement)
    {
        if (statement is LocalStatement { Values: [CallExpression { Arguments: [var unpacked] } call] } local && local.Names.Count > 1 && _script.Script.FunctionCalled(call) is { FullName: "unpack" })
        {
            foreach (var name in local.Names)
            {
                if (_script.Script.DeclaredBy(name) is { IsReassigned: false } symbol)
                {
                    _unpacked[symbol] = unpacked;
                }
            }
        }
    }

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation:
                Use(concatenation.Left, LuaKinds.Falsy, "`..`");
                Use(concatenation.Right, LuaKinds.Falsy, "`..`");
                break;
            case BinaryExpression { Operator: <= BinaryOperator.Power } arithmetic:
                Use(arithmetic.Left, LuaKinds.Falsy, "the calculation");
                Use(arithmetic.Right, LuaKinds.Falsy, "the calculation");
                break;
            case BinaryExpression { Operator: >= BinaryOperator.Less and <= BinaryOperator.GreaterOrEqual } order:
                Use(order.Left, LuaKinds.Falsy, "the comparison");
                Use(order.Right, LuaKinds.Falsy, "the comparison");
                break;
            case UnaryExpression { Operator: UnaryOperator.Length or UnaryOperator.Negate } unary:
                Use(unary.Operand, LuaKinds.Falsy, unary.Operator == UnaryOperator.Length ? "`#`" : "the calculation");
                break;
            case MethodCallExpression method:
                Use(method.Target, LuaKinds.Falsy, $"`:{method.Method.Name}`");
                break;
            case MemberExpression member:
                Use(member.Target, LuaKinds.Falsy, "the index");
                break;
            case IndexExpression index:
                Use(index.Target, LuaKinds.Falsy, "the index");
                break;
            case CallExpression call:
                CheckCall(call);
                break;
        }
    }

    private void CheckCall(CallExpression call)
    {
        if (_script.TypeOf(call.Function).Detail is not Builtin { Function: { } function })
        {
            return;
        }

        var isCommand = (function.Effects & LibraryEffects.Command) != 0;
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (isCommand)
            {
                Use(call.Arguments[i], LuaKinds.Falsy, "the command");
            }
            else if (function.ParameterAt(i) is { Kind: ParameterKind.Text or ParameterKind.String or ParameterKind.Number or ParameterKind.Table, AcceptsNil: false } || (i > 0 && function.FullName == "string.format"))
            {
                Use(call.Arguments[i], LuaKinds.Falsy, $"`{function.FullName}`");
            }
        }
    }

    private void Use(Expression used, LuaKinds missing, string use)
    {
        if (used is not (NameExpression or CallExpression or IndexExpression or ParenthesizedExpression))
        {
            return;
        }

        var value = _script.TypeOf(used);
        if (!value.MayBe(missing) || value.Is(missing) || (value.Detail is NumberOf number ? number.Source : value.Detail) is not Reply reply || Origin(used) is not var (call, shown) || !_reported.Add(call))
        {
            return;
        }

        checkedScript.Findings.MissingReply(shown.Span, SourceExcerpt.Of(_script.Script.Tree, shown), _script.TypeOf(shown).MayBe(LuaKinds.False) ? "false" : "nil",
            reply.IsElement && !(reply.Command is "MGET" or "HMGET" or "ZMSCORE") ? "element" : reply.Command.StartsWith("H", StringComparison.Ordinal) ? "field" : "key",
            use, $"if not {(used is NameExpression ? SourceExcerpt.Of(_script.Script.Tree, used) : "value")} then return … end");
    }

    /// <summary>The call that the value is the reply of, and the expression that may be missing, if nothing in the script takes care of it.</summary>
    private (CallExpression Call, Expression Shown)? Origin(Expression used)
    {
        var shown = used;
        for (var i = 0; i < MaxSteps; i++)
        {
            switch (used)
            {
                case ParenthesizedExpression parenthesized:
                    used = parenthesized.Inner;
                    break;
                case NameExpression name:
                    if (_script.Script.LocalOf(name) is not { } symbol || ((_unpacked.TryGetValue(symbol, out var list) ? list : symbol.OnlyValue) is not { } value) || checkedScript.TestedLocals.IsTestedForMissing(symbol))
                    {
                        return null;
                    }

                    used = value;
                    break;
                case IndexExpression index:
                    shown = used;
                    used = index.Target;
                    break;
                case CallExpression { Arguments: [var converted] } call when _script.Script.IsGlobal(_script.Script.Resolve(call.Function), "tonumber"):
                    used = shown = converted;
                    break;
                case CallExpression call:
                    return _script.CallAt(call) is { } command && !IsAssured(command) ? (call, shown is NameExpression ? call : shown) : null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether another call of the script asks about the key or the field, or writes it: then the script may know that it exists.</summary>
    private bool IsAssured(RedisCall call) =>
        call.Arguments.Count < 2 || checkedScript.Places.IsInLoop(call.Expression) || checkedScript.AssuredReplies.Covers(call);
}
