using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Selects the call that reports the findings of a script which several calls of a file share: the first in source order.
/// An editor analyzes parts of a file in any order and caches the diagnostics, so the order of analysis must not matter.
/// </summary>
internal sealed class SharedScripts
{
    private readonly ConcurrentDictionary<SyntaxNode, IReadOnlyDictionary<ISymbol, CallSite>> _members = new();

    public CallSite? FirstCallOf(ISymbol owner, CheckContext context)
    {
        foreach (var member in MembersThatUse(owner.Name, context))
        {
            var firsts = _members.TryGetValue(member, out var known) ? known : _members.GetOrAdd(member, FirstCallsIn(member, context));
            if (firsts.TryGetValue(owner, out var first))
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>The first call of each script in a member. A member is walked once, for all of its scripts.</summary>
    private static Dictionary<ISymbol, CallSite> FirstCallsIn(SyntaxNode member, CheckContext context)
    {
        var firsts = new Dictionary<ISymbol, CallSite>(SymbolEqualityComparer.Default);
        foreach (var call in member.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => context.Scripts.MayBe(call) && PassesNames(call)))
        {
            if (context.Scripts.Find(call, context.Model, context.Client, context.CancellationToken) is { Constant.Owner: { } owner } site && !firsts.ContainsKey(owner))
            {
                firsts.Add(owner, site);
            }
        }

        return firsts;
    }

    private static IEnumerable<SyntaxNode> MembersThatUse(string name, CheckContext context)
    {
        var root = context.Model.SyntaxTree.GetRoot(context.CancellationToken);
        return NamesInFile.Of(context.Model.SyntaxTree, context.CancellationToken).UsesIn(root, name)
            .Select(use => use.FirstAncestorOrSelf<MemberDeclarationSyntax>())
            .Where(member => member is not (null or BaseTypeDeclarationSyntax))
            .Distinct()!;
    }

    /// <summary>Excludes most calls, which contain the script's text and share it with no other call.</summary>
    private static bool PassesNames(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax);
}
