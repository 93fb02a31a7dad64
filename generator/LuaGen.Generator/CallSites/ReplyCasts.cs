using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds the casts of a call's reply, directly or through a local that is used for nothing else.</summary>
internal static class ReplyCasts
{
    public static IReadOnlyList<CastExpressionSyntax> Of(CallSite site, SemanticModel model, CancellationToken cancellationToken) => site.Syntax.WalkUpAwait().Parent switch
    {
        CastExpressionSyntax cast => [cast],
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } scope } } declarator } =>
            OfLocal(declarator, scope, model, cancellationToken),
        _ => [],
    };

    /// <summary>The casts of a local, if it has no other uses: a test of it, such as <c>reply.IsNull</c>, can decide whether a cast is reached.</summary>
    public static IReadOnlyList<CastExpressionSyntax> OfLocal(VariableDeclaratorSyntax declarator, SyntaxNode scope, SemanticModel model, CancellationToken cancellationToken)
    {
        var casts = new List<CastExpressionSyntax>();
        if (model.GetDeclaredSymbol(declarator, cancellationToken) is not { } local)
        {
            return casts;
        }

        foreach (var use in NamesInFile.Of(declarator.SyntaxTree, cancellationToken).UsesIn(scope, declarator.Identifier.ValueText))
        {
            if (!SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, local))
            {
                continue;
            }

            if (use.WalkUpSuppressions().Parent is not CastExpressionSyntax cast)
            {
                return [];
            }

            casts.Add(cast);
        }

        return casts;
    }
}
