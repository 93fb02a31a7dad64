using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// The places of a file that write to a name or use it. The words of a file's text are indexed once: a walk of its syntax tree would
/// create every node, and a walk for each name would take quadratic time in a large method.
/// </summary>
internal sealed class NamesInFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, NamesInFile> Trees = new();
    private readonly ConcurrentDictionary<string, IdentifierNameSyntax[]> _uses = new(StringComparer.Ordinal);
    private readonly SyntaxNode _root;
    private readonly WordIndex _words;

    private NamesInFile(SyntaxTree tree, CancellationToken cancellationToken) =>
        (_root, _words) = (tree.GetRoot(cancellationToken), WordIndex.Of(tree.GetText(cancellationToken).ToString()));

    public static NamesInFile Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        Trees.TryGetValue(tree, out var known) ? known : Trees.GetValue(tree, key => new NamesInFile(key, cancellationToken));

    /// <summary>The writes to a name, also as the member of an object.</summary>
    public IReadOnlyList<IdentifierNameSyntax> To(string name) => [.. UsesOf(name).Where(use => IsWritten(WithOwner(use)))];

    /// <summary>The writes to an element of what a name refers to.</summary>
    public IReadOnlyList<IdentifierNameSyntax> ToElementsOf(string name) =>
        [.. UsesOf(name).Where(use => WithOwner(use) is var list && !IsWritten(list) && list.Parent is ElementAccessExpressionSyntax element && element.Expression == list && IsWritten(element))];

    /// <summary>All uses of a name inside a node, in source order.</summary>
    public IEnumerable<IdentifierNameSyntax> UsesIn(SyntaxNode scope, string name)
    {
        var uses = UsesOf(name);
        var (low, high) = (0, uses.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = uses[middle].SpanStart < scope.SpanStart ? (middle + 1, high) : (low, middle);
        }

        for (; low < uses.Length && uses[low].SpanStart < scope.Span.End; low++)
        {
            yield return uses[low];
        }
    }

    /// <summary>All uses of a name, in source order.</summary>
    private IdentifierNameSyntax[] UsesOf(string name) => _uses.TryGetValue(name, out var known) ? known : _uses.GetOrAdd(name, FindUses(name));

    private IdentifierNameSyntax[] FindUses(string name) =>
    [
        .. (_words.PlacesOf(name) is { } places ? places.Select(NodeAt) : _root.DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name),
    ];

    /// <summary>The node of the token at a place; <see langword="null"/> in a comment.</summary>
    private SyntaxNode? NodeAt(int place) => _root.FindToken(place) is var token && token.Span.Contains(place) ? token.Parent : null;

    /// <summary>The name with the object before it: <c>this.name</c>, <c>Type.name</c>.</summary>
    public static ExpressionSyntax WithOwner(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    /// <summary>The value that a write assigns; <see langword="null"/> for <c>ref</c>, <c>+=</c> and deconstruction.</summary>
    public static ExpressionSyntax? ValueOf(IdentifierNameSyntax write) =>
        WithOwner(write) is var target && target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target
        && (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            ? assignment.Right
            : null;

    private static bool IsWritten(ExpressionSyntax target) => target.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == target,
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
