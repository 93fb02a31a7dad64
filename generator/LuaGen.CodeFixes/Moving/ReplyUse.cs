using LuaGen.Generator.CallSites;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>How a call's reply is used, and the reply type that keeps that use unchanged.</summary>
/// <param name="Node">The expression that the typed call replaces.</param>
/// <param name="Returns">The reply type in the header.</param>
/// <param name="Await"><c>await </c>, or empty.</param>
/// <param name="Chain">The calls on the typed call: <c>.ConfigureAwait(false)</c>, <c>.AsTask()</c>.</param>
/// <param name="Suffix">The text after the call: <c> ?? 0</c>, if the cast turned nil into 0; <c>!</c>.</param>
internal sealed record ReplyUse(ExpressionSyntax Node, string Returns, string Await, string Chain, string Suffix)
{
    private static readonly string Unread = HeaderType.Result.Name;

    /// <summary>The awaited call without the cast around it.</summary>
    public ExpressionSyntax Call { get; init; } = Node;

    /// <summary>Further edits: casts of a local that held the reply.</summary>
    public IReadOnlyList<TextChange> Edits { get; init; } = [];

    /// <summary>The lines of the header that declare the reply.</summary>
    public IReadOnlyList<string> Declarations { get; init; } = ["RETURNS " + Returns];

    public static ReplyUse Of(CallSite site, TypedScript script, SemanticModel model, CancellationToken cancellationToken)
    {
        var isAsync = site.Method.Name.EndsWith("Async", StringComparison.Ordinal);
        var (node, await, chain) = isAsync ? Awaited(site.Syntax) : (site.Syntax, "", "");
        var outer = node.WalkUpParentheses();
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
            outer = suppressed.WalkUpParentheses();
        }

        var casts = new CastTyping(script, model, cancellationToken);
        if (outer.Parent is CastExpressionSyntax cast && casts.Of(cast) is { } reply)
        {
            return new ReplyUse(cast, reply.Returns, await, chain, reply.Suffix + (reply.IsClass ? suppression : "")) { Call = node };
        }

        var initializer = InitializerOf(outer);
        if (initializer is { Parent: VariableDeclaratorSyntax array } && RecordReply.Of(array, script, casts, model, cancellationToken) is { } record)
        {
            return new ReplyUse(initializer.Value, string.Join("\n", record.Declarations), await, chain, "") { Call = node, Edits = record.Edits, Declarations = record.Declarations };
        }

        if (outer.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } && LocalReply.Of(declarator, casts, model, cancellationToken) is { } local)
        {
            return new ReplyUse(node, local.Returns, await, chain, local.Suffix) { Edits = local.Edits };
        }

        return new ReplyUse(node, Unread, await, chain, "");
    }

    /// <summary>The same use of a call that has a wider reply type, because another call of the script needs it: the cast stays.</summary>
    public ReplyUse As(string returns, string suffix) =>
        returns == Returns ? this
        : Returns == HeaderType.Nothing.Name ? this with { Returns = returns, Declarations = ["RETURNS " + returns] }
        : new ReplyUse(Call, returns, Await, Chain, suffix) { Edits = [.. Edits.Where(edit => edit.NewText == "var")] };

    /// <summary>The initializer of a local, if a reply is all that it is: cast to an array or not.</summary>
    private static EqualsValueClauseSyntax? InitializerOf(ExpressionSyntax reply)
    {
        var array = reply.Parent is CastExpressionSyntax cast && cast.Type.ToString().TrimEnd('?') == "RedisResult[]" ? cast : reply;
        return array.WalkUpSuppressions().Parent as EqualsValueClauseSyntax;
    }

    private static (ExpressionSyntax Node, string Await, string Chain) Awaited(InvocationExpressionSyntax call)
    {
        ExpressionSyntax node = call;
        var chain = "";
        if (node.WalkUpParentheses().ConfigureAwaitAround() is { } configured)
        {
            chain = ".ConfigureAwait" + configured.ArgumentList;
            node = configured;
        }

        return node.WalkUpParentheses().Parent is AwaitExpressionSyntax awaited ? (awaited, "await ", chain) : (call, "", ".AsTask()");
    }
}
