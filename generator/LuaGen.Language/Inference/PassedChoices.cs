using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Inference;

/// <summary>Which expressions of a script are elements of <c>KEYS</c> and <c>ARGV</c>, and which depend on them.</summary>
internal sealed class PassedChoices(BoundScript script)
{
    /// <summary>A deeper condition is assumed to depend on the arguments.</summary>
    private const int MaxDepth = 64;

    /// <summary>The element that an expression reads, through <c>tonumber(…)</c> and locals.</summary>
    public (ParameterTable Table, int Index)? ElementOf(Expression expression)
    {
        var resolved = script.Resolve(expression);
        if (resolved is CallExpression { Arguments.Count: > 0 } call && script.IsGlobal(call.Function, "tonumber"))
        {
            resolved = script.Resolve(call.Arguments[0]);
        }

        return resolved is IndexExpression index ? script.ElementAt(index) : null;
    }

    /// <summary>
    /// Whether the caller of the script determines the value of an expression. A reply of the server is not the caller's
    /// choice, and neither is a comparison with one.
    /// </summary>
    public bool DependsOnPassed(Expression expression) => DependsOnPassed(expression, MaxDepth);

    /// <summary>Whether an expression is a reply of the server, or is computed from one.</summary>
    public bool DependsOnReply(Expression expression) => DependsOnReply(expression, MaxDepth);

    /// <summary>Whether a branch can end the script, or the enclosing function.</summary>
    public static bool MayLeave(IfStatement statement)
    {
        var leaving = new Leaving();
        return leaving.IsFoundIn(statement);
    }

    private bool DependsOnPassed(Expression expression, int depth)
    {
        switch (expression)
        {
            case not null when depth == 0:
                return true;
            case ParenthesizedExpression parenthesized:
                return DependsOnPassed(parenthesized.Inner, depth - 1);
            case UnaryExpression unary:
                return DependsOnPassed(unary.Operand, depth - 1);
            case BinaryExpression { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison
                when DependsOnReply(comparison.Left, depth - 1) || DependsOnReply(comparison.Right, depth - 1):
                return false;
            case BinaryExpression binary:
                return DependsOnPassed(binary.Right, depth - 1) || DependsOnPassed(binary.Left, depth - 1);
            case NameExpression name:
                return script.LocalOf(name) is { } local
                    ? local.Value is not null && DependsOnPassed(local.Value, depth - 1)
                    : name.Name is "KEYS" or "ARGV";
            case IndexExpression index:
                return DependsOnPassed(index.Target, depth - 1) || DependsOnPassed(index.Index, depth - 1);
            case CallExpression call:
                return !IsCommand(call) && call.Arguments.Any(argument => DependsOnPassed(argument, depth - 1));
            case MethodCallExpression call:
                return DependsOnPassed(call.Target, depth - 1) || call.Arguments.Any(argument => DependsOnPassed(argument, depth - 1));
            default:
                return false;
        }
    }

    private bool DependsOnReply(Expression expression, int depth) => expression switch
    {
        not null when depth <= 0 => false,
        ParenthesizedExpression parenthesized => DependsOnReply(parenthesized.Inner, depth - 1),
        UnaryExpression unary => DependsOnReply(unary.Operand, depth - 1),
        BinaryExpression binary => DependsOnReply(binary.Right, depth - 1) || DependsOnReply(binary.Left, depth - 1),
        NameExpression name => script.LocalOf(name)?.Value is { } value && DependsOnReply(value, depth - 1),
        IndexExpression index => DependsOnReply(index.Target, depth - 1),
        MemberExpression member => DependsOnReply(member.Target, depth - 1),
        CallExpression call => IsCommand(call) || call.Arguments.Any(argument => DependsOnReply(argument, depth - 1)),
        _ => false,
    };

    private static bool IsCommand(CallExpression call) => call.Function is MemberExpression { Target: NameExpression { Name: "redis" or "server" } };

    private sealed class Leaving : SyntaxWalker
    {
        private bool _isFound;

        public bool IsFoundIn(IfStatement statement)
        {
            VisitIf(statement);
            return _isFound;
        }

        protected override void VisitStatement(Statement statement)
        {
            _isFound |= statement is ReturnStatement or BreakStatement
                or CallStatement { Call: CallExpression { Function: NameExpression { Name: "error" or "assert" } } };
            base.VisitStatement(statement);
        }
    }
}
