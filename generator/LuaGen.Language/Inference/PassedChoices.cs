using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Inference;

/// <summary>Which expressions of a script are elements of <c>KEYS</c> and <c>ARGV</c>, and which depend on them.</summary>
internal sealed class PassedChoices(BoundScript script)
{
    /// <summary>Deeper conditions are taken to depend on anything.</summary>
    private const int MaxDepth = 64;

    /// <summary>The element that an expression is, seen through <c>tonumber(…)</c> and locals.</summary>
    public (ParameterTable Table, int Index)? ElementOf(Expression expression)
    {
        var resolved = script.Resolve(expression);
        if (resolved is CallExpression { Arguments.Count: > 0 } call && script.IsGlobal(call.Function, "tonumber"))
        {
            resolved = script.Resolve(call.Arguments[0]);
        }

        return resolved is IndexExpression index && script.TableOf(index.Target) is { } table && script.IntegerOf(index.Index) is { } position && position > 0
            ? (table, position)
            : null;
    }

    /// <summary>Whether who calls the script decides what an expression is. A reply of the server is not theirs to decide.</summary>
    public bool DependsOnPassed(Expression expression) => DependsOnPassed(expression, MaxDepth);

    /// <summary>Whether a branch ends the script, or the function that it stands in.</summary>
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
