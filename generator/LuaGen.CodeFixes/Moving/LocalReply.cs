using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>
/// A local that holds the reply and is cast to the same type wherever it is used: <c>var reply = await …; return
/// (long)reply;</c>. The first cast must be in the next statement, because a typed call reads the reply at once.
/// </summary>
internal sealed record LocalReply(string Returns, string Suffix, IReadOnlyList<TextChange> Edits)
{
    public static LocalReply? Of(VariableDeclaratorSyntax declarator, CastTyping typing, SemanticModel model, CancellationToken cancellationToken)
    {
        if (declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } statement } declaration
            || ReplyCasts.OfLocal(declarator, block, model, cancellationToken) is not [var first, ..] casts)
        {
            return null;
        }

        var next = block.Statements.IndexOf(statement) + 1;
        if (casts.Any(cast => cast.Type.ToString() != first.Type.ToString()) || !IsReadFirst(first, block.Statements[next]) || typing.Of(first) is not { } reply)
        {
            return null;
        }

        var edits = casts.Select(cast => new TextChange(WithParentheses(cast).Span, cast.Expression.ToString()));
        return new LocalReply(reply.Returns, reply.Suffix, [.. declaration.Type.IsVar ? edits : edits.Prepend(new TextChange(declaration.Type.Span, "var"))]);
    }

    /// <summary>Whether the next statement evaluates the cast in any case.</summary>
    private static bool IsReadFirst(CastExpressionSyntax cast, StatementSyntax next)
    {
        for (SyntaxNode node = cast; node.Parent is { } parent; node = parent)
        {
            if (node == next)
            {
                return next is ReturnStatementSyntax or LocalDeclarationStatementSyntax or ExpressionStatementSyntax or IfStatementSyntax;
            }

            var isMaybe = parent is StatementSyntax && parent != next
                || parent is AnonymousFunctionExpressionSyntax or SwitchExpressionArmSyntax or ConditionalAccessExpressionSyntax
                || (parent is ConditionalExpressionSyntax conditional && conditional.Condition != node)
                || (parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary && binary.Right == node);
            if (isMaybe)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary><c>((long)reply).ToString()</c>: the parentheses belong to the cast.</summary>
    public static ExpressionSyntax WithParentheses(CastExpressionSyntax cast) =>
        cast.Parent is ParenthesizedExpressionSyntax { Parent: MemberAccessExpressionSyntax } parenthesized ? parenthesized : cast;
}
