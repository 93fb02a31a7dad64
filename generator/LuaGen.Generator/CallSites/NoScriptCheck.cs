using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds calls by hash in types that nowhere look as if they knew that a server forgets scripts.</summary>
internal static class NoScriptCheck
{
    public static void Run(CallSite site, CheckContext context)
    {
        if (site.Kind is CallKind.Hash or CallKind.HashCommand
            && !IsInTry(site.Syntax, context)
            && !Mentions(site.Syntax, context.CancellationToken))
        {
            context.Reporter.Report(Rule.HashWithoutHandling, site.NameLocation);
        }
    }

    /// <summary>Whether a <c>catch</c> around the call takes what the server's answer becomes.</summary>
    private static bool IsInTry(SyntaxNode call, CheckContext context) =>
        call.Ancestors().OfType<TryStatementSyntax>()
            .Where(statement => statement.Block.Span.Contains(call.Span))
            .SelectMany(statement => statement.Catches)
            .Any(clause => clause.Declaration is not { } declaration
                || context.Client.IsServerError(context.Model.GetTypeInfo(declaration.Type, context.CancellationToken).Type));

    /// <summary>Whether the type around the call names the answer or its exception, as a handler that is shared by its calls would.</summary>
    private static bool Mentions(SyntaxNode call, CancellationToken cancellationToken)
    {
        var scope = call.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? call.SyntaxTree.GetRoot(cancellationToken);
        return scope.DescendantTokens().Any(token => token.Kind() switch
        {
            SyntaxKind.IdentifierToken => token.ValueText is "RedisServerException" or "RedisException" or "NoScript",
            SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken =>
                token.ValueText.IndexOf("NOSCRIPT", StringComparison.OrdinalIgnoreCase) >= 0 || token.ValueText.IndexOf("No matching script", StringComparison.OrdinalIgnoreCase) >= 0,
            _ => false,
        });
    }
}
