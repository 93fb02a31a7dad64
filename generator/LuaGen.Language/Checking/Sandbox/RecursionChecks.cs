using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds local functions that call themselves before they can return.</summary>
internal sealed class RecursionChecks(BoundScript script, FindingBag findings)
{
    /// <summary>The nesting of blocks up to which a body is followed.</summary>
    private const int MaxDepth = 32;

    private readonly Stack<Expression> _pending = new();

    /// <summary>How a piece of code ends.</summary>
    private enum Outcome
    {
        Continues,
        CallsItself,

        /// <summary>It may return, or raise an error.</summary>
        MayLeave,
    }

    public void Check(LocalSymbol symbol, FunctionBody body)
    {
        if (!symbol.IsReassigned && Follow(symbol, body.Block, 0) == Outcome.CallsItself)
        {
            findings.EndlessRecursion(symbol.Declaration.Span, symbol.Name);
        }
    }

    private Outcome Follow(LocalSymbol symbol, Block block, int depth)
    {
        foreach (var statement in block.Statements)
        {
            var outcome = depth > MaxDepth ? Outcome.MayLeave : Follow(symbol, statement, depth + 1);
            if (outcome != Outcome.Continues)
            {
                return outcome;
            }
        }

        return Outcome.Continues;
    }

    private Outcome Follow(LocalSymbol symbol, Statement statement, int depth)
    {
        switch (statement)
        {
            case LocalStatement local:
                return Follow(symbol, local.Values);
            case AssignmentStatement assignment:
                return Then(Follow(symbol, assignment.Values), () => Follow(symbol, assignment.Targets));
            case CallStatement call:
                return Follow(symbol, [call.Call]);
            case ReturnStatement @return:
                return Follow(symbol, @return.Values) == Outcome.CallsItself ? Outcome.CallsItself : Outcome.MayLeave;
            case DoStatement @do:
                return Follow(symbol, @do.Body, depth);
            case RepeatStatement repeat:
                return Then(Follow(symbol, repeat.Body, depth), () => Follow(symbol, [repeat.Condition]));
            case IfStatement @if:
                return Then(Follow(symbol, [@if.Clauses[0].Condition]), () => FollowBranches(symbol, @if, depth));
            case WhileStatement loop:
                return Then(Follow(symbol, [loop.Condition]), () => FollowLoop(symbol, loop.Body, depth));
            case NumericForStatement loop:
                return Then(Follow(symbol, loop.Step is { } step ? [loop.Start, loop.Limit, step] : [loop.Start, loop.Limit]), () => FollowLoop(symbol, loop.Body, depth));
            case GenericForStatement loop:
                return Then(Follow(symbol, loop.Iterators), () => FollowLoop(symbol, loop.Body, depth));
            case LocalFunctionStatement or FunctionStatement:
                return Outcome.Continues;
            default:
                return Outcome.MayLeave;
        }
    }

    private static Outcome Then(Outcome first, Func<Outcome> next) => first == Outcome.Continues ? next() : first;

    private Outcome FollowBranches(LocalSymbol symbol, IfStatement statement, int depth)
    {
        var all = statement.Else is { } otherwise ? Follow(symbol, otherwise, depth) : Outcome.Continues;
        foreach (var clause in statement.Clauses)
        {
            var outcome = Follow(symbol, clause.Body, depth);
            all = all == outcome ? all : all == Outcome.MayLeave || outcome == Outcome.MayLeave ? Outcome.MayLeave : Outcome.Continues;
        }

        return all;
    }

    /// <summary>The body may not run at all.</summary>
    private Outcome FollowLoop(LocalSymbol symbol, Block body, int depth) => Follow(symbol, body, depth) == Outcome.MayLeave ? Outcome.MayLeave : Outcome.Continues;

    /// <summary>Looks at what the expressions always evaluate. A function of the script's own may raise an error.</summary>
    private Outcome Follow(LocalSymbol symbol, IReadOnlyList<Expression> expressions)
    {
        var callsItself = false;
        foreach (var expression in expressions)
        {
            _pending.Push(expression);
        }

        while (_pending.Count > 0)
        {
            switch (_pending.Pop())
            {
                case CallExpression { Function: NameExpression name } call when script.LocalOf(name) == symbol:
                    callsItself = true;
                    Push(call.Arguments);
                    break;
                case CallExpression call when script.FunctionCalled(call) is { FullName: not ("error" or "assert" or "pcall" or "xpcall") and var function } && !function.StartsWith("coroutine.", StringComparison.Ordinal):
                    Push(call.Arguments);
                    break;
                case CallExpression or MethodCallExpression:
                    _pending.Clear();
                    return Outcome.MayLeave;
                case var other:
                    PushParts(other);
                    break;
            }
        }

        return callsItself ? Outcome.CallsItself : Outcome.Continues;
    }

    private void PushParts(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression binary:
                _pending.Push(binary.Left);
                if (binary.Operator is not (BinaryOperator.And or BinaryOperator.Or))
                {
                    _pending.Push(binary.Right);
                }

                break;
            case UnaryExpression unary:
                _pending.Push(unary.Operand);
                break;
            case ParenthesizedExpression parenthesized:
                _pending.Push(parenthesized.Inner);
                break;
            case MemberExpression member:
                _pending.Push(member.Target);
                break;
            case IndexExpression index:
                _pending.Push(index.Target);
                _pending.Push(index.Index);
                break;
            case TableConstructor table:
                foreach (var field in table.Fields)
                {
                    _pending.Push(field.Value);
                    if (field is KeyedField keyed)
                    {
                        _pending.Push(keyed.Key);
                    }
                }

                break;
        }
    }

    private void Push(IReadOnlyList<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            _pending.Push(expression);
        }
    }
}
