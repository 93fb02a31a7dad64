using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds the value of <c>list[0]</c> and <c>dictionary["name"]</c> in the initializer that creates the list or dictionary.</summary>
internal static class ConstantElements
{
    public static ExpressionSyntax? ValueOf(ElementAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellationToken)
    {
        if (access.ArgumentList.Arguments is not [{ Expression: var index }] || ConstantOf(index, model, cancellationToken) is not { } key
            || SingleAssignment.Unwrap(access.Expression) is var name && name is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
            || SingleAssignment.NextOf(name, model, cancellationToken) is not { } list
            || IsWritten(access.Expression, model, cancellationToken))
        {
            return null;
        }

        list = WithoutCopies(SingleAssignment.Unwrap(list));
        return key is int position && PassedLists.ElementsOf(list) is { } elements
            ? position >= 0 && position < elements.Count ? elements[position] : null
            : EntryOf(list, key, model, cancellationToken);
    }

    /// <summary><c>new Dictionary&lt;…&gt; { ["name"] = value, { "other", value } }</c></summary>
    private static ExpressionSyntax? EntryOf(ExpressionSyntax dictionary, object key, SemanticModel model, CancellationToken cancellationToken)
    {
        if (dictionary is not BaseObjectCreationExpressionSyntax { Initializer.Expressions: var entries })
        {
            return null;
        }

        ExpressionSyntax? found = null;
        foreach (var entry in entries)
        {
            var (name, value) = entry switch
            {
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var argument] }, Right: var right } => (argument.Expression, right),
                InitializerExpressionSyntax { Expressions: [var first, var second] } => (first, second),
                _ => (null, null),
            };

            // An entry whose key is not constant may replace any other.
            if (name is null || ConstantOf(name, model, cancellationToken) is not { } constant)
            {
                return null;
            }

            found = constant.Equals(key) ? value : found;
        }

        return found;
    }

    /// <summary>The dictionary before <c>.ToFrozenDictionary()</c> and similar calls.</summary>
    private static ExpressionSyntax WithoutCopies(ExpressionSyntax list) =>
        list is InvocationExpressionSyntax
        {
            ArgumentList.Arguments.Count: 0,
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToFrozenDictionary" or "ToImmutableDictionary" or "AsReadOnly" or "ToImmutableArray", Expression: var source },
        }
            ? SingleAssignment.Unwrap(source)
            : list;

    private static object? ConstantOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        SingleAssignment.ModelOf(expression, model).GetConstantValue(expression, cancellationToken).Value;

    /// <summary>Whether the project assigns an element of a list of that name.</summary>
    private static bool IsWritten(ExpressionSyntax list, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbol = SingleAssignment.ModelOf(list, model).GetSymbolInfo(SingleAssignment.Unwrap(list), cancellationToken).Symbol;
        return symbol is null || symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Append(list.SyntaxTree).Distinct()
            .Any(tree => NamesInFile.Of(tree, cancellationToken).ToElementsOf(symbol.Name).Count > 0);
    }
}
