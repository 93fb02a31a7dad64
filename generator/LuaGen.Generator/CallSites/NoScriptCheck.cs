using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds calls by hash in types that nowhere handle NOSCRIPT, the reply of a server that has lost the script.</summary>
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

    /// <summary>Whether a <c>catch</c> around the call catches the exception for that reply.</summary>
    private static bool IsInTry(SyntaxNode call, CheckContext context) =>
        call.Ancestors().OfType<TryStatementSyntax>()
            .Where(statement => statement.Block.Span.Contains(call.Span))
            .SelectMany(statement => statement.Catches)
            .Any(clause => clause.Declaration is not { } declaration
                || context.Client.IsServerError(context.Model.GetTypeInfo(declaration.Type, context.CancellationToken).Type));

    /// <summary>Whether the enclosing type mentions the reply or its exception, as a handler that its calls share would.</summary>
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
