using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Resolves parentheses, casts and names to their value: locals that are assigned once, readonly fields, and properties
/// without a setter. Names whose value may change are not resolved.
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
            if (expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
                || expression.SyntaxTree != model.SyntaxTree
                || ValueOf(model.GetSymbolInfo(expression, cancellationToken).Symbol, model.Compilation, cancellationToken) is not { } value)
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
            && (local.IsConst || !IsAssigned(declarator)) => value,
        IFieldSymbol { IsConst: true } constant => DeclaratorOf(constant, cancellationToken)?.Initializer?.Value,
        IFieldSymbol { IsReadOnly: true } field when !IsConstructed(field, cancellationToken) => DeclaratorOf(field, cancellationToken)?.Initializer?.Value,
        IPropertySymbol { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } property => ValueOf(property, cancellationToken),
        _ => null,
    };

    private static ExpressionSyntax? ValueOf(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax declaration
        && (declaration.ExpressionBody is not null || !IsConstructed(property, cancellationToken))
            ? declaration.ExpressionBody?.Expression ?? declaration.Initializer?.Value
            : null;

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression)
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

    private static VariableDeclaratorSyntax? DeclaratorOf(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax(cancellationToken) as VariableDeclaratorSyntax : null;

    /// <summary>Whether the member contains an assignment to that name. An assignment to another local of the same name only costs a finding.</summary>
    private static bool IsAssigned(VariableDeclaratorSyntax declarator)
    {
        var name = declarator.Identifier.ValueText;
        var scope = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() as SyntaxNode ?? declarator.SyntaxTree.GetRoot();
        scope = scope is GlobalStatementSyntax ? scope.Parent! : scope;
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && IsWritten(use));
    }

    /// <summary>Whether a constructor or an init accessor sets the member.</summary>
    private static bool IsConstructed(ISymbol member, CancellationToken cancellationToken) =>
        member.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || method.IsInitOnly)
            .SelectMany(method => method.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellationToken))
            .Where(syntax => syntax is not TypeDeclarationSyntax)
            .SelectMany(syntax => syntax.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Any(use => use.Identifier.ValueText == member.Name && IsWritten(use));

    private static bool IsWritten(IdentifierNameSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Parent: AssignmentExpressionSyntax assignment } access => assignment.Left == access,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || IsDeconstructed(argument),
        RefExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => true,
        _ => false,
    };

    /// <summary><c>(a, (b, c)) = …</c>, <c>foreach ((a, b) in …)</c></summary>
    private static bool IsDeconstructed(ArgumentSyntax argument) => argument.Parent is TupleExpressionSyntax tuple && tuple.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == tuple,
        ForEachVariableStatementSyntax loop => loop.Variable == tuple,
        ArgumentSyntax outer => IsDeconstructed(outer),
        _ => false,
    };
}
