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
    private IReadOnlyList<CallSite>? _calls;

    public CallSite? FirstCallOf(ISymbol owner, CheckContext context)
    {
        // Threads that come together look twice, to the same effect.
        var calls = _calls ??= [.. FindCalls(context)];
        return _firsts.GetOrAdd(owner, wanted => calls.FirstOrDefault(site => SymbolEqualityComparer.Default.Equals(site.Constant?.Owner, wanted)));
    }

    private static IEnumerable<CallSite> FindCalls(CheckContext context) =>
        context.Model.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => CallSiteFinder.MayBe(call) && PassesNames(call))
            .Select(call => context.Scripts.Find(call, context.Model, context.Client, context.CancellationToken))
            .OfType<CallSite>();

    /// <summary>Most scripts are written in their calls, and shared with nobody.</summary>
    private static bool PassesNames(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax);
}
