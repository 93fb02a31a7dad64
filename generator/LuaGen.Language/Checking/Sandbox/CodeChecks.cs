using LuaGen.Language.Binding;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds code that is built from keys, arguments or replies and then compiled.</summary>
internal sealed class CodeChecks(BoundScript script, FindingBag findings)
{
    /// <summary>Bounds the work: when locals are concatenated from each other, the number of parts doubles with each step.</summary>
    private const int MaxSteps = 64;

    private int _steps;

    public void Check(CallExpression call, string function)
    {
        _steps = 0;
        if (call.Arguments.Count > 0 && ComesFromOutside(call.Arguments[0]))
        {
            findings.CodeFromOutside(call.Arguments[0].Span, function);
        }
    }

    private bool ComesFromOutside(Expression expression)
    {
        if (_steps++ > MaxSteps)
        {
            return false;
        }

        expression = script.Resolve(expression);
        return expression switch
        {
            IndexExpression index => script.TableOf(index.Target) is not null || ComesFromOutside(index.Target),
            MemberExpression member => ComesFromOutside(member.Target),
            BinaryExpression { Operator: BinaryOperator.Concatenate or BinaryOperator.And or BinaryOperator.Or } binary =>
                ComesFromOutside(binary.Left) || ComesFromOutside(binary.Right),
            MethodCallExpression call => ComesFromOutside(call.Target) || AnyFromOutside(call.Arguments),
            CallExpression call => script.FunctionCalled(call) is { } function && GivesOutside(function, call),
            _ => script.TableOf(expression) is not null,
        };
    }

    /// <summary>Whether the result of a library call contains input: replies always do, other results if they can be code and are derived from input.</summary>
    private bool GivesOutside(LibraryFunction function, CallExpression call) => function.FullName switch
    {
        "redis.call" or "redis.pcall" => true,
        "tonumber" or "type" => false,
        _ => AnyFromOutside(call.Arguments),
    };

    private bool AnyFromOutside(IReadOnlyList<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            if (ComesFromOutside(expression))
            {
                return true;
            }
        }

        return false;
    }
}
