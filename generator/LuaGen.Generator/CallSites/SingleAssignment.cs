using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Resolves parentheses, casts and names to their value, in any file: locals and fields that are assigned once, properties
/// without a setter, and constant elements of lists and dictionaries. Names whose value may change are not resolved.
/// </summary>
internal static class SingleAssignment
{
    /// <summary>Longer chains of names are not followed; they do not occur in practice.</summary>
    private const int MaxNames = 8;

    public static ExpressionSyntax Resolve(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MaxNames; i++)
        {
            expression = Unwrap(expression);
            if (NextOf(expression, model, cancellationToken) is not { } value)
            {
                break;
            }

            expression = value;
        }

        return Unwrap(expression);
    }

    /// <summary>The only value that a local, a field or a property can have; <see langword="null"/> if it may have others.</summary>
    public static ExpressionSyntax? ValueOf(ISymbol? symbol, Compilation compilation, CancellationToken cancellationToken) => symbol switch
    {
        // An editor also sees the source of other projects, where this compilation must not report anything.
        not null when !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly) => null,
        ILocalSymbol { IsRef: false, IsForEach: false } local when DeclaratorOf(local, cancellationToken) is { Initializer.Value: { } value } declarator
            && (local.IsConst || !IsAssigned(declarator, cancellationToken)) => value,
        IFieldSymbol { IsConst: true } constant => DeclaratorOf(constant, cancellationToken)?.Initializer?.Value,
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private } or IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsStatic: true } =>
            OnlyValueOf(symbol, DeclaratorOf(symbol, cancellationToken)?.Initializer?.Value, compilation, cancellationToken),
        IPropertySymbol { IsVirtual: false, IsOverride: false, IsAbstract: false, IsIndexer: false } property => ValueOf(property, compilation, cancellationToken),
        _ => null,
    };

    /// <summary>The model of the file that contains an expression.</summary>
    public static SemanticModel ModelOf(SyntaxNode node, SemanticModel model)
    {
#pragma warning disable RS1030 // A value in another file; only its few names are bound.
        return node.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(node.SyntaxTree);
#pragma warning restore RS1030
    }

    /// <summary>The next step: the value of a name, or a constant element of a list or dictionary.</summary>
    public static ExpressionSyntax? NextOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) => expression switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax =>
            ValueOf(ModelOf(expression, model).GetSymbolInfo(expression, cancellationToken).Symbol, model.Compilation, cancellationToken),
        ElementAccessExpressionSyntax access => ConstantElements.ValueOf(access, model, cancellationToken),
        _ => null,
    };

    public static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    expression = suppressed.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    private static ExpressionSyntax? ValueOf(IPropertySymbol property, Compilation compilation, CancellationToken cancellationToken)
    {
        if (property.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(cancellationToken) is not PropertyDeclarationSyntax declaration)
        {
            return null;
        }

        if (declaration.ExpressionBody is { } body)
        {
            return property.SetMethod is null ? body.Expression : null;
        }

        if (declaration.AccessorList?.Accessors is [{ Keyword.RawKind: (int)SyntaxKind.GetKeyword, ExpressionBody.Expression: var returned }])
        {
            return returned;
        }

        var isOwn = property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private } || property.IsStatic;
        return isOwn && declaration.AccessorList?.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }) == true
            ? OnlyValueOf(property, declaration.Initializer?.Value, compilation, cancellationToken)
            : null;
    }

    /// <summary>
    /// The initial value of a member that nothing assigns, or the value of its only assignment if it begins as null: a call
    /// with null would not reach the server.
    /// </summary>
    private static ExpressionSyntax? OnlyValueOf(ISymbol member, ExpressionSyntax? initializer, Compilation compilation, CancellationToken cancellationToken)
    {
        var writes = MemberWrites.Of(member, compilation, cancellationToken);
        return writes switch
        {
            [] => initializer,
            [var write] when initializer is null || IsNull(initializer) => NamesInFile.ValueOf(write),
            _ => null,
        };
    }

    private static bool IsNull(ExpressionSyntax value) =>
        Unwrap(value) is LiteralExpressionSyntax literal && (literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression));

    private static VariableDeclaratorSyntax? DeclaratorOf(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax(cancellationToken) as VariableDeclaratorSyntax : null;

    /// <summary>Whether the member contains an assignment to that name. An assignment to another local of the same name only costs a finding.</summary>
    private static bool IsAssigned(VariableDeclaratorSyntax declarator, CancellationToken cancellationToken)
    {
        var scope = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() as SyntaxNode ?? declarator.SyntaxTree.GetRoot(cancellationToken);
        scope = scope is GlobalStatementSyntax ? scope.Parent! : scope;
        return NamesInFile.Of(declarator.SyntaxTree, cancellationToken).To(declarator.Identifier.ValueText)
            .Any(write => scope.Span.Contains(write.Span) && NamesInFile.WithOwner(write) == write);
    }
}
