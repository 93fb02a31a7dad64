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
    private readonly ConcurrentDictionary<ISymbol, CallSite?> _firsts = new(SymbolEqualityComparer.Default);

    public CallSite? FirstCallOf(ISymbol owner, CheckContext context) =>
        _firsts.TryGetValue(owner, out var known) ? known : _firsts.GetOrAdd(owner, FindFirst(owner, context));

    private static CallSite? FindFirst(ISymbol owner, CheckContext context) =>
        MembersThatName(owner.Name, context)
            .SelectMany(member => member.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(call => context.Scripts.MayBe(call) && PassesNames(call))
            .Select(call => context.Scripts.Find(call, context.Model, context.Client, context.CancellationToken))
            .FirstOrDefault(site => SymbolEqualityComparer.Default.Equals(site?.Constant?.Owner, owner));

    /// <summary>Searches the text, because walking the whole syntax tree would take longer than the rest of the analysis.</summary>
    private static IEnumerable<SyntaxNode> MembersThatName(string name, CheckContext context)
    {
        var root = context.Model.SyntaxTree.GetRoot(context.CancellationToken);
        var text = context.Model.SyntaxTree.GetText(context.CancellationToken).ToString();
        var end = 0;
        for (var i = text.IndexOf(name, StringComparison.Ordinal); i >= 0; i = i < text.Length ? text.IndexOf(name, i, StringComparison.Ordinal) : -1)
        {
            if (i >= end && root.FindToken(i).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not BaseTypeDeclarationSyntax)
            {
                yield return member;
                end = member.FullSpan.End;
            }

            i = Math.Max(i + name.Length, end);
        }
    }

    /// <summary>Excludes most calls, which contain the script's text and share it with no other call.</summary>
    private static bool PassesNames(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax);
}
