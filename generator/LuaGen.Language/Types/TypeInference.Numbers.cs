using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

/// <content>What is known about the result of a calculation, beyond its kind.</content>
internal sealed partial class TypeInference
{
    /// <summary>The smallest factor that makes more than 14 digits of a time in seconds.</summary>
    private const double LeastFactor = 1e5;

    private object? FactsOf(BinaryExpression expression, AbstractValue left, AbstractValue right)
    {
        switch (expression.Operator)
        {
            case BinaryOperator.Divide:
                return IsFractionBySurprise(expression, left, right) ? new Fractional(FractionSource.Quotient) : null;
            case BinaryOperator.Multiply:
                return MicrosecondsOf(left, right) ?? MicrosecondsOf(right, left)
                    ?? FractionOf(left) ?? FractionOf(right)
                    ?? (IsFraction(left.Value) || IsFraction(right.Value) ? new Fractional(FractionSource.Product) : null);
            case BinaryOperator.Add:
                return left.Detail is Microseconds ? (right.Detail is Microseconds ? null : left.Detail)
                    : right.Detail is Microseconds ? right.Detail
                    : FractionOf(left) ?? FractionOf(right);
            case BinaryOperator.Subtract:
                return FractionOf(left) ?? FractionOf(right);
            default:
                return null;
        }
    }

    /// <summary><c>(n - n % 10) / 10</c> is exact, and a division by a fraction is a multiplication.</summary>
    private bool IsFractionBySurprise(BinaryExpression quotient, AbstractValue left, AbstractValue right)
    {
        if (right.Value is { } divisor && (Math.Abs(divisor) <= 1 || divisor != Math.Floor(divisor) || IsCountOfGroups(quotient.Left, divisor)))
        {
            return false;
        }

        return _script.Resolve(quotient.Left) is not BinaryExpression { Operator: BinaryOperator.Subtract, Right: var remainder }
            || _script.Resolve(remainder) is not (BinaryExpression { Operator: BinaryOperator.Modulo } or CallExpression);
    }

    /// <summary><c>#ARGV / 2</c>, <c>(#KEYS - 1) / 3</c>, and <c>#rows / 2</c> for rows of two elements each: how many groups callers pass, or a command replies.</summary>
    private bool IsCountOfGroups(Expression expression, double divisor)
    {
        while (_script.Resolve(expression) is BinaryExpression { Operator: BinaryOperator.Subtract, Right: var fixedCount } rest && _script.IntegerOf(fixedCount) is not null)
        {
            expression = rest.Left;
        }

        return _script.Resolve(expression) is UnaryExpression { Operator: UnaryOperator.Length, Operand: var list }
            && (_script.TableOf(list) is not null || (divisor == 2 && _script.Resolve(list) is CallExpression call && call.Arguments.Any(IsPairing)));
    }

    /// <summary>The commands and options whose reply has two elements for each item.</summary>
    private static bool IsPairing(Expression argument) => argument is StringLiteral { Value: var word }
        && (word.Equals("WITHSCORES", StringComparison.OrdinalIgnoreCase) || word.Equals("WITHVALUES", StringComparison.OrdinalIgnoreCase) || word.Equals("HGETALL", StringComparison.OrdinalIgnoreCase));

    private static bool IsFraction(double? value) => value is { } number && number != Math.Floor(number);

    private object? FractionOf(AbstractValue operand) => operand.Detail switch
    {
        Fractional => operand.Detail,
        Parameter parameter when _declared.IsFraction(parameter) => new Fractional(FractionSource.Argument),
        NumberOf { Source: Parameter parameter } when _declared.IsFraction(parameter) => new Fractional(FractionSource.Argument),
        _ => null,
    };

    /// <summary><c>TIME[1] * 1000000</c></summary>
    private static Microseconds? MicrosecondsOf(AbstractValue time, AbstractValue factor) =>
        time.Detail is Reply { Command: "TIME", Element: 1 } or NumberOf { Source: Reply { Command: "TIME", Element: 1 } } && factor.Value is >= LeastFactor ? new Microseconds() : null;
}
