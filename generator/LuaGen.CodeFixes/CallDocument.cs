using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes;

/// <summary>A document of a project that uses the client, with what it takes to find the calls of scripts in it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Root">Its root.</param>
/// <param name="Model">Its semantic model.</param>
/// <param name="Client">The client's types.</param>
internal sealed record CallDocument(Document Document, SyntaxNode Root, SemanticModel Model, RedisClient Client)
{
    /// <summary><see langword="null"/> if the project does not use the client.</summary>
    public static async Task<CallDocument?> ReadAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && RedisClient.Of(model.Compilation) is { } client
            ? new CallDocument(document, root, model, client)
            : null;

    /// <summary>The innermost node at a position.</summary>
    public SyntaxNode NodeAt(TextSpan span) => Root.FindNode(span, getInnermostNodeForTie: true);

    /// <summary>The calls of scripts among those that contain a position, innermost first.</summary>
    public IEnumerable<CallSite> CallsAround(TextSpan span, CancellationToken cancellationToken, ScriptFiles? files = null) =>
        Among(NodeAt(span).AncestorsAndSelf(), cancellationToken, files);

    /// <summary>The calls of scripts in a node, in source order.</summary>
    public IEnumerable<CallSite> CallsIn(SyntaxNode node, CancellationToken cancellationToken) => Among(node.DescendantNodes(), cancellationToken);

    /// <summary>The call that passes the script at a position.</summary>
    public CallSite? CallOf(TextSpan script, CancellationToken cancellationToken, ScriptFiles? files = null) =>
        CallsAround(script, cancellationToken, files).FirstOrDefault(site => site.Script?.Span == script);

    private IEnumerable<CallSite> Among(IEnumerable<SyntaxNode> nodes, CancellationToken cancellationToken, ScriptFiles? files = null) =>
        nodes.OfType<InvocationExpressionSyntax>().Select(call => CallSite.Find(call, Model, Client, cancellationToken, files)).OfType<CallSite>();
}
