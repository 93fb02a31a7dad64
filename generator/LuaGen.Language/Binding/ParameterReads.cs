using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>
/// The element of KEYS or ARGV that an initial value reads: <c>KEYS[1]</c>, <c>tonumber(ARGV[1]) or 10</c>. A local that falls back
/// to another element may be named after that element, so only constants count as defaults.
/// </summary>
internal static class ParameterReads
{
    /// <summary>Deeper nesting does not occur in practice.</summary>
    private const int MaxDepth = 8;

    public static (ParameterTable Table, int Index)? Of(BoundScript script, Expression value)
    {
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            switch (value)
            {
                case IndexExpression index:
                    return script.ElementAt(index);
                case ParenthesizedExpression parenthesized:
                    value = parenthesized.Inner;
                    break;
                case BinaryExpression { Operator: BinaryOperator.Or, Right: StringLiteral or NumberLiteral or BooleanLiteral or NilLiteral } fallback:
                    value = fallback.Left;
                    break;
                case CallExpression { Arguments: [var argument, ..] } call when script.IsGlobal(call.Function, "tonumber") || script.IsGlobal(call.Function, "tostring"):
                    value = argument;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
