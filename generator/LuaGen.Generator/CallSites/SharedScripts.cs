using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Which call of a file speaks for a script that several share: the first in the text. An editor asks for parts of a file,
/// in any order, and keeps what it was told, so nothing may depend on which call was looked at first.
/// </summary>
internal sealed class SharedScripts
{
    private readonly ConcurrentDictionary<ISymbol, CallSite?> _firsts = new(SymbolEqualityComparer.Default);
    private IReadOnlyList<InvocationExpressionSyntax>? _candidates;

    public CallSite? FirstCallOf(ISymbol owner, CheckContext context) =>
        _firsts.TryGetValue(owner, out var known) ? known : _firsts.GetOrAdd(owner, FindFirst(owner, context));

    private CallSite? FindFirst(ISymbol owner, CheckContext context)
    {
        // Threads that come together look twice, to the same effect.
        _candidates ??= [.. context.Model.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(CallSiteFinder.MayBe)];
        return _candidates
            .Select(call => CallSite.Find(call, context.Model, context.Client, context.CancellationToken))
            .FirstOrDefault(site => SymbolEqualityComparer.Default.Equals(site?.Constant?.Owner, owner));
    }
}
