using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking;

/// <summary>Expressions as a message shows them: as they are written, in one line.</summary>
internal static class SourceWords
{
    private const int MaxLength = 40;

    public static string Of(SyntaxTree tree, Expression expression)
    {
        var text = tree.Text.Substring(expression.Span.Start, Math.Min(expression.Span.Length, MaxLength + 1));
        var isWhole = expression.Span.Length <= MaxLength && text.IndexOf('\n') < 0;
        return isWhole ? text : expression switch
        {
            CallExpression or MethodCallExpression => "reply",
            _ => "value",
        };
    }
}
