using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds the casts of a call's reply, directly or through a local that is used for nothing else.</summary>
internal static class ReplyCasts
{
    public static IReadOnlyList<CastExpressionSyntax> Of(CallSite site, SemanticModel model, CancellationToken cancellationToken) => UseOf(site.Syntax) switch
    {
        CastExpressionSyntax cast => [cast],
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } scope } } declarator } =>
            CastsOf(declarator, scope, model, cancellationToken),
        _ => [],
    };

    /// <summary>The first node around a call that does more than await it.</summary>
    public static SyntaxNode? UseOf(ExpressionSyntax call)
    {
        var expression = call;
        while (true)
        {
            switch (expression.Parent)
            {
                case ParenthesizedExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax:
                    expression = (ExpressionSyntax)expression.Parent;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }:
                    expression = configured;
                    break;
                default:
                    return expression.Parent;
            }
        }
    }

    /// <summary>The casts of a local, if it has no other uses: a test of it, such as <c>reply.IsNull</c>, can decide whether a cast is reached.</summary>
    private static List<CastExpressionSyntax> CastsOf(VariableDeclaratorSyntax declarator, SyntaxNode scope, SemanticModel model, CancellationToken cancellationToken)
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

            var parent = use.Parent is PostfixUnaryExpressionSyntax suppressed && suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression) ? suppressed.Parent : use.Parent;
            if (parent is not CastExpressionSyntax cast)
            {
                return [];
            }

            casts.Add(cast);
        }

        return casts;
    }
}
