using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// The places of a file that write to a name or use it. Each file is walked once: a walk for each name would take quadratic time in a
/// large method.
/// </summary>
internal sealed class NamesInFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, NamesInFile> Trees = new();
    private readonly Dictionary<string, List<IdentifierNameSyntax>> _writes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IdentifierNameSyntax>> _elementWrites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IdentifierNameSyntax>> _uses = new(StringComparer.Ordinal);

    private NamesInFile(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name)
            {
                Add(name);
            }
        }
    }

    public static NamesInFile Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        Trees.TryGetValue(tree, out var known) ? known : Trees.GetValue(tree, key => new NamesInFile(key.GetRoot(cancellationToken)));

    /// <summary>The writes to a name, also as the member of an object.</summary>
    public IReadOnlyList<IdentifierNameSyntax> To(string name) => _writes.TryGetValue(name, out var writes) ? writes : [];

    /// <summary>The writes to an element of what a name refers to.</summary>
    public IReadOnlyList<IdentifierNameSyntax> ToElementsOf(string name) => _elementWrites.TryGetValue(name, out var writes) ? writes : [];

    /// <summary>All uses of a name inside a node, in source order.</summary>
    public IEnumerable<IdentifierNameSyntax> UsesIn(SyntaxNode scope, string name)
    {
        if (!_uses.TryGetValue(name, out var uses))
        {
            yield break;
        }

        var (low, high) = (0, uses.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = uses[middle].SpanStart < scope.SpanStart ? (middle + 1, high) : (low, middle);
        }

        for (; low < uses.Count && uses[low].SpanStart < scope.Span.End; low++)
        {
            yield return uses[low];
        }
    }

    /// <summary>The name with the object before it: <c>this.name</c>, <c>Type.name</c>.</summary>
    public static ExpressionSyntax WithOwner(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    /// <summary>The value that a write assigns; <see langword="null"/> for <c>ref</c>, <c>+=</c> and deconstruction.</summary>
    public static ExpressionSyntax? ValueOf(IdentifierNameSyntax write) =>
        WithOwner(write) is var target && target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target
        && (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            ? assignment.Right
            : null;

    private void Add(IdentifierNameSyntax name)
    {
        Add(_uses, name);
        var target = WithOwner(name);
        if (IsWritten(target))
        {
            Add(_writes, name);
        }
        else if (target.Parent is ElementAccessExpressionSyntax element && element.Expression == target && IsWritten(element))
        {
            Add(_elementWrites, name);
        }
    }

    private static void Add(Dictionary<string, List<IdentifierNameSyntax>> writes, IdentifierNameSyntax name)
    {
        if (!writes.TryGetValue(name.Identifier.ValueText, out var known))
        {
            writes.Add(name.Identifier.ValueText, known = []);
        }

        known.Add(name);
    }

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
