using System.Text;
using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>The known beginning of a text.</summary>
internal static class ConstantText
{
    /// <summary>Marks the end of a text that is known completely.</summary>
    public const char End = '\n';

    /// <summary>The number of characters that is enough to recognize a code.</summary>
    private const int Enough = 32;

    /// <summary>Bounds the work: when locals are concatenated from each other, the number of parts doubles with each step, even if all are empty.</summary>
    private const int MaxSteps = 64;

    public static string StartOf(BoundScript script, Expression expression)
    {
        var text = new StringBuilder();
        var steps = 0;
        if (Append(script, expression, text, ref steps))
        {
            text.Append(End);
        }

        return text.ToString();
    }

    /// <summary>Appends a constant expression; returns whether all of it was constant and fitted.</summary>
    private static bool Append(BoundScript script, Expression expression, StringBuilder text, ref int steps)
    {
        switch (script.Resolve(expression))
        {
            case StringLiteral literal:
                text.Append(literal.Value, 0, Math.Min(literal.Value.Length, Enough));
                return literal.Value.Length <= Enough;
            case BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation when steps++ < MaxSteps && text.Length < Enough:
                return Append(script, concatenation.Left, text, ref steps) && Append(script, concatenation.Right, text, ref steps);
            case CallExpression { Arguments: [var format, ..] } call when script.FunctionCalled(call) is { FullName: "string.format" }:
                return AppendFormat(script.Resolve(format), text);
            case MethodCallExpression { Method.Name: "format" } call:
                return AppendFormat(script.Resolve(call.Target), text);
            default:
                return false;
        }
    }

    private static bool AppendFormat(Expression format, StringBuilder text)
    {
        if (format is not StringLiteral { Value: var value })
        {
            return false;
        }

        var end = value.IndexOf('%', 0, Math.Min(Enough, value.Length));
        text.Append(value, 0, end < 0 ? Math.Min(Enough, value.Length) : end);
        return end < 0 && value.Length <= Enough;
    }
}
