using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>Expressions as a message shows them: as they are written, in one line.</summary>
internal static class SourceWords
{
    public const int MaxLength = 40;

    /// <summary>The beginning of a constant, without what would break the line.</summary>
    public static string OneLine(string text) => new([.. text.Take(MaxLength).Select(c => char.IsControl(c) ? '?' : c)]);

    public static string Of(SyntaxTree tree, Expression expression) => Of(tree, expression.Span) ?? expression switch
    {
        CallExpression call => $"{Of(tree, call.Function.Span) ?? "…"}(…)",
        MethodCallExpression call => $"{Of(tree, call.Target.Span) ?? "…"}:{call.Method.Name}(…)",
        _ => "…",
    };

    /// <summary>Code that makes 1 or 0 of a value: <c>x and 1 or 0</c>.</summary>
    public static string AsNumber(SyntaxTree tree, Expression expression) =>
        expression is BooleanLiteral constant ? constant.Value ? "1" : "0"
        : $"{(expression is BinaryExpression { Operator: BinaryOperator.Or } ? $"({Of(tree, expression)})" : Of(tree, expression))} and 1 or 0";

    /// <summary>What stands there; <see langword="null"/> where it is too long for a message, or goes over lines.</summary>
    public static string? Of(SyntaxTree tree, SourceSpan span)
    {
        var text = span.Length <= MaxLength ? tree.Text.Substring(span.Start, span.Length) : "\n";
        return text.IndexOf('\n') < 0 ? text : null;
    }
}
