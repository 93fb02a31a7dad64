using System.Globalization;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>The bytes that Redis sends for a constant argument of <c>redis.call</c>.</summary>
internal static class Constants
{
    private const double WholeAsDigits = 1e17;

    public static string? TextOf(Expression value) => value switch
    {
        StringLiteral text => text.Value,
        NumberLiteral number => TextOf(number.Value),
        UnaryExpression { Operator: UnaryOperator.Negate, Operand: NumberLiteral number } => TextOf(-number.Value),
        _ => null,
    };

    /// <summary>C's <c>%.17g</c>. The text of a larger whole number is unknown, because newer servers write all of its digits.</summary>
    private static string? TextOf(double value) =>
        value != Math.Floor(value) ? value.ToString("G17", CultureInfo.InvariantCulture).ToLowerInvariant()
        : Math.Abs(value) < WholeAsDigits ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : null;
}
