using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>Expressions as messages show them: as written, on one line.</summary>
internal static class SourceWords
{
    public const int MaxLength = 40;

    /// <summary>The beginning of a constant, with control characters replaced, because they would break the line.</summary>
    public static string OneLine(string text) => new([.. text.Take(MaxLength).Select(c => char.IsControl(c) ? '?' : c)]);

    public static string Of(SyntaxTree tree, Expression expression) => Of(tree, expression.Span) ?? expression switch
    {
        CallExpression call => $"{Of(tree, call.Function.Span) ?? "…"}(…)",
        MethodCallExpression call => $"{Of(tree, call.Target.Span) ?? "…"}:{call.Method.Name}(…)",
        _ => "…",
    };

    /// <summary>Code that makes 1 or 0 of a value: <c>x and 1 or 0</c>.</summary>
    public static string AsNumber(SyntaxTree tree, Expression expression) =>
        $"{(expression is BinaryExpression { Operator: BinaryOperator.Or } ? $"({Of(tree, expression)})" : Of(tree, expression))} and 1 or 0";

    /// <summary>The source text of a span; <see langword="null"/> if it is too long for a message or spans several lines.</summary>
    public static string? Of(SyntaxTree tree, SourceSpan span)
    {
        var text = span.Length <= MaxLength ? tree.Text.Substring(span.Start, span.Length) : "\n";
        return text.IndexOf('\n') < 0 ? text : null;
    }
}
