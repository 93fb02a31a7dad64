using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Finds the calls that run a prepared script, if all of them are in the same file.</summary>
internal sealed class PreparedCalls(SemanticModel model, RedisClient client, CancellationToken cancellationToken)
{
    /// <returns><see langword="null"/> if the script is used in another way, or perhaps elsewhere.</returns>
    public IReadOnlyList<CallSite>? Of(CallSite prepare)
    {
        if (CallAround(prepare.Syntax) is { } inline)
        {
            return [inline];
        }

        if (HolderOf(prepare.Syntax) is not { } holder || !IsOnlyHere(holder) || SingleAssignment.ValueOf(holder, model.Compilation, cancellationToken) is not { } value
            || SingleAssignment.Unwrap(value) != prepare.Syntax)
        {
            return null;
        }

        var root = model.SyntaxTree.GetRoot(cancellationToken);
        var calls = new List<CallSite>();
        foreach (var use in NamesInFile.Of(model.SyntaxTree, cancellationToken).UsesIn(root, holder.Name))
        {
            var written = NamesInFile.WithOwner(use);
            if (written.Parent is AssignmentExpressionSyntax assignment && assignment.Left == written || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, holder))
            {
                continue;
            }

            if (CallAround(written) is not { } call)
            {
                return null;
            }

            calls.Add(call);
        }

        return calls.Count > 0 ? calls : null;
    }

    /// <summary>The local, field or property that holds the script.</summary>
    private ISymbol? HolderOf(InvocationExpressionSyntax prepare) => prepare.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => model.GetDeclaredSymbol(declarator, cancellationToken),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property, cancellationToken),
        AssignmentExpressionSyntax assignment when assignment.Right == prepare => model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol,
        _ => null,
    };

    private static bool IsOnlyHere(ISymbol holder) =>
        holder is ILocalSymbol or { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 };

    private CallSite? CallAround(ExpressionSyntax script)
    {
        var call = script.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax invocation } => invocation,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } access when access.Expression == script => invocation,
            _ => null,
        };
        return call is not null && CallSite.Find(call, model, client, cancellationToken) is { Kind: CallKind.Prepared } site && site.Script == script ? site : null;
    }
}
