using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Walks from an expression through what does not change its value: outward ("up") and inward ("down").</summary>
internal static class ExpressionExtensions
{
    public static ExpressionSyntax WalkUpParentheses(this ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized;
        }

        return expression;
    }

    /// <summary>The expression with the parentheses and <c>!</c> around it.</summary>
    public static ExpressionSyntax WalkUpSuppressions(this ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax || IsSuppression(expression.Parent))
        {
            expression = (ExpressionSyntax)expression.Parent!;
        }

        return expression;
    }

    /// <summary>The call with its <c>ConfigureAwait</c>, <c>await</c>, parentheses and <c>!</c>.</summary>
    public static ExpressionSyntax WalkUpAwait(this ExpressionSyntax call)
    {
        while (true)
        {
            call = call.WalkUpSuppressions();
            if ((call.Parent as AwaitExpressionSyntax ?? (ExpressionSyntax?)call.ConfigureAwaitAround()) is not { } outer)
            {
                return call;
            }

            call = outer;
        }
    }

    /// <summary>The expression whose result this one awaits, or this one.</summary>
    public static ExpressionSyntax WalkDownAwait(this ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case AwaitExpressionSyntax awaited:
                    expression = awaited.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Task.ConfigureAwait), Expression: var task } }:
                    expression = task;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>The call of <c>ConfigureAwait</c> on a task.</summary>
    public static InvocationExpressionSyntax? ConfigureAwaitAround(this ExpressionSyntax task) =>
        task.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Task.ConfigureAwait), Parent: InvocationExpressionSyntax call } ? call : null;

    /// <summary>The call that has an expression as its receiver or as an argument.</summary>
    public static InvocationExpressionSyntax? CallAround(this ExpressionSyntax expression) => expression.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == expression => call,
        _ => null,
    };

    private static bool IsSuppression(SyntaxNode? node) => node.IsKind(SyntaxKind.SuppressNullableWarningExpression);
}
