using LuaGen.Generator.Binding;
using LuaGen.Generator.Findings;
using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking.Sandbox;

/// <summary>Code that comes from keys, arguments or replies and is compiled.</summary>
internal sealed class CodeChecks(BoundScript script, FindingBag findings)
{
    /// <summary>Nobody builds code in deeper expressions.</summary>
    private const int MaxDepth = 16;

    public void Check(CallExpression call, string function)
    {
        if (call.Arguments.Count > 0 && ComesFromOutside(call.Arguments[0], 0))
        {
            findings.CodeFromOutside(call.Arguments[0].Span, function);
        }
    }

    private bool ComesFromOutside(Expression expression, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        expression = script.Resolve(expression);
        return expression switch
        {
            IndexExpression index => script.TableOf(index.Target) is not null || ComesFromOutside(index.Target, depth + 1),
            MemberExpression member => ComesFromOutside(member.Target, depth + 1),
            BinaryExpression { Operator: BinaryOperator.Concatenate or BinaryOperator.And or BinaryOperator.Or } binary =>
                ComesFromOutside(binary.Left, depth + 1) || ComesFromOutside(binary.Right, depth + 1),
            MethodCallExpression call => ComesFromOutside(call.Target, depth + 1) || AnyFromOutside(call.Arguments, depth),
            CallExpression call => LibraryFunctions.NameOf(script, call.Function) switch
            {
                "redis.call" or "redis.pcall" => true,
                null or "tonumber" or "type" => false,
                _ => AnyFromOutside(call.Arguments, depth),
            },
            _ => script.TableOf(expression) is not null,
        };
    }

    private bool AnyFromOutside(IReadOnlyList<Expression> expressions, int depth)
    {
        foreach (var expression in expressions)
        {
            if (ComesFromOutside(expression, depth + 1))
            {
                return true;
            }
        }

        return false;
    }
}
