using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Finds the assignments to a field or property, by name. An assignment to another member of the same name only costs a
/// finding.
/// </summary>
internal static class MemberWrites
{
    public static IReadOnlyList<IdentifierNameSyntax> Of(ISymbol member, Compilation compilation, CancellationToken cancellationToken)
    {
        var isOwn = member is { DeclaredAccessibility: Accessibility.Private } or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private } };
        return isOwn
            ? [.. member.ContainingType.DeclaringSyntaxReferences.SelectMany(type => In(type.SyntaxTree, member.Name, cancellationToken).Where(write => type.Span.Contains(write.Span)))]
            : [.. compilation.SyntaxTrees.Where(tree => Mentions(tree, member.Name, cancellationToken)).SelectMany(tree => In(tree, member.Name, cancellationToken))];
    }

    private static IReadOnlyList<IdentifierNameSyntax> In(SyntaxTree tree, string name, CancellationToken cancellationToken) =>
        NamesInFile.Of(tree, cancellationToken).To(name);

    /// <summary>Searches the text first, because most files do not have the name.</summary>
    private static bool Mentions(SyntaxTree tree, string name, CancellationToken cancellationToken) =>
        tree.GetText(cancellationToken).ToString().IndexOf(name, StringComparison.Ordinal) >= 0;
}
