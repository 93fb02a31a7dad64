using LuaGen.Generator.CallSites;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>How a call's reply is used, and the type of reply that leaves that use as it is.</summary>
/// <param name="Node">What the typed call takes the place of.</param>
/// <param name="Returns">The reply's type in the header.</param>
/// <param name="Await"><c>await </c>, or nothing.</param>
/// <param name="Chain">What is called on the typed call: <c>.ConfigureAwait(false)</c>, <c>.AsTask()</c>.</param>
/// <param name="Suffix">What stands behind: <c> ?? 0</c>, where the cast turned nil into that; <c>!</c>.</param>
internal sealed record ReplyUse(ExpressionSyntax Node, string Returns, string Await, string Chain, string Suffix)
{
    private static readonly string Unread = HeaderType.Result.Name;

    /// <summary>What else changes: casts of a local that held the reply.</summary>
    public IReadOnlyList<TextChange> Edits { get; init; } = [];

    public static ReplyUse Of(CallSite site, TypedScript script, SemanticModel model, CancellationToken cancellationToken)
    {
        var isAsync = site.Method.Name.EndsWith("Async", StringComparison.Ordinal);
        var (node, await, chain) = isAsync ? Awaited(site.Syntax) : (site.Syntax, "", "");
        var outer = Outer(node);
        if (outer.Parent is ExpressionStatementSyntax)
        {
            return new ReplyUse(node, HeaderType.Nothing.Name, await, chain, "");
        }

        // A task that is not awaited here keeps its type.
        if (isAsync && await.Length == 0)
        {
            return new ReplyUse(node, Unread, await, chain, "");
        }

        var suppression = "";
        if (outer.Parent is PostfixUnaryExpressionSyntax suppressed && suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        {
            suppression = "!";
            outer = Outer(suppressed);
        }

        var casts = new CastTyping(script, model, cancellationToken);
        if (outer.Parent is CastExpressionSyntax cast && casts.Of(cast) is { } reply)
        {
            return new ReplyUse(cast, reply.Returns, await, chain, reply.Suffix + (reply.IsClass ? suppression : ""));
        }

        if (outer.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } && LocalReply.Of(declarator, casts, model, cancellationToken) is { } local)
        {
            return new ReplyUse(node, local.Returns, await, chain, local.Suffix) { Edits = local.Edits };
        }

        return new ReplyUse(node, Unread, await, chain, "");
    }

    private static (ExpressionSyntax Node, string Await, string Chain) Awaited(InvocationExpressionSyntax call)
    {
        ExpressionSyntax node = call;
        var chain = "";
        if (Outer(node).Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
        {
            chain = ".ConfigureAwait" + configured.ArgumentList;
            node = configured;
        }

        return Outer(node).Parent is AwaitExpressionSyntax awaited ? (awaited, "await ", chain) : (call, "", ".AsTask()");
    }

    private static ExpressionSyntax Outer(ExpressionSyntax expression) =>
        expression.Parent is ParenthesizedExpressionSyntax parenthesized ? Outer(parenthesized) : expression;
}
