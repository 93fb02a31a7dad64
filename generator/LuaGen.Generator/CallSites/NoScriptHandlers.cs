using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Decides whether code handles NOSCRIPT: a <c>catch</c> that only returns or logs hides it forever, because the call never succeeds again.</summary>
internal sealed class NoScriptHandlers(CheckContext context)
{
    private static readonly string[] Texts = ["NOSCRIPT", "No matching script"];

    /// <summary>Whether code names the reply.</summary>
    public static bool Mentions(SyntaxNode scope) => scope.DescendantTokens().Any(token => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => token.ValueText.IndexOf("NoScript", StringComparison.OrdinalIgnoreCase) >= 0,
        SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken =>
            Array.Exists(Texts, text => token.ValueText.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0),
        _ => false,
    });

    /// <summary>Whether a <c>catch</c> names the client's exception, and not only one of its bases in .NET.</summary>
    public bool NamesServerError(CatchClauseSyntax clause) => TypeOf(clause) is { Name: "RedisServerException" or "RedisException" } type && context.Client.IsServerError(type);

    /// <summary>Whether a <c>catch</c> catches the reply and does something that can send the script again.</summary>
    public bool Handles(CatchClauseSyntax clause)
    {
        if (clause.Declaration is not null && !context.Client.IsServerError(TypeOf(clause)))
        {
            return false;
        }

        // A filter for another error of the server does not let this one in.
        if (clause.Filter is { } filter && IsForOtherText(filter))
        {
            return false;
        }

        return Acts(clause.Block, clause.Declaration?.Identifier.ValueText);
    }

    private ITypeSymbol? TypeOf(CatchClauseSyntax clause) =>
        clause.Declaration is { } declaration ? SingleAssignment.ModelOf(clause, context.Model).GetTypeInfo(declaration.Type, context.CancellationToken).Type : null;

    private bool IsForOtherText(CatchFilterClauseSyntax filter) =>
        !Mentions(filter)
        && filter.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken))
        && !filter.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsOwn);

    /// <summary>
    /// Whether a block does more than return, log and throw something else: it calls a method of the project or of the client,
    /// rethrows, or loops back to the call.
    /// </summary>
    private bool Acts(BlockSyntax block, string? exception) => block.DescendantNodes().Any(node => node switch
    {
        ThrowStatementSyntax @throw => @throw.Expression is null || (exception is not null && @throw.DescendantTokens().Any(token => token.ValueText == exception)),
        ThrowExpressionSyntax => true,
        ContinueStatementSyntax or GotoStatementSyntax or AssignmentExpressionSyntax => true,
        InvocationExpressionSyntax call => IsOwn(call) || IsOfClient(call),
        AwaitExpressionSyntax { Expression: not InvocationExpressionSyntax } => true,
        _ => false,
    });

    private bool IsOfClient(InvocationExpressionSyntax call) =>
        MethodOf(call) is { } method && method.ContainingNamespace?.ToDisplayString().StartsWith("StackExchange.Redis", StringComparison.Ordinal) == true;

    private bool IsOwn(InvocationExpressionSyntax call) => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } ? false : MethodOf(call) is not { } method || (method.DeclaringSyntaxReferences.Length > 0 && !IsLogging(method)) || method.MethodKind == MethodKind.DelegateInvoke;

    private static bool IsLogging(IMethodSymbol method) => method.Name.StartsWith("Log", StringComparison.Ordinal) || method.ContainingType.Name.EndsWith("Logger", StringComparison.Ordinal) || method.ContainingType.Name.EndsWith("Log", StringComparison.Ordinal);

    private IMethodSymbol? MethodOf(InvocationExpressionSyntax call) => SingleAssignment.ModelOf(call, context.Model).GetSymbolInfo(call, context.CancellationToken).Symbol as IMethodSymbol;
}
