using LuaGen.Generator.Binding;
using LuaGen.Generator.Findings;
using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking;

/// <summary>Finds arguments of commands that are neither strings nor numbers.</summary>
internal static class SendableChecks
{
    public static void Run(RedisCall call, FindingBag findings)
    {
        foreach (var argument in call.Arguments)
        {
            if (Unsendable(argument.Value) is var (what, remedy))
            {
                findings.UnsendableArgument(argument.Span, call.Function, what, remedy);
            }
        }
    }

    private static (string What, string Remedy)? Unsendable(Expression value) => value switch
    {
        NilLiteral => ("nil", "leave it out, or write ''"),
        BooleanLiteral or UnaryExpression { Operator: UnaryOperator.Not } or BinaryExpression
        {
            Operator: BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual
                or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual,
        } => ("a boolean", "write 1 and 0, as in (x and 1 or 0)"),
        TableConstructor => ("a table", "write unpack(t) at the end for its elements, or encode it"),
        FunctionExpression => ("a function", "call it"),
        _ => null,
    };
}
