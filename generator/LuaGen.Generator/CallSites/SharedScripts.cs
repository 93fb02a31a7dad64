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

    public CallSite? FirstCallOf(ISymbol owner, CheckContext context) =>
        _firsts.TryGetValue(owner, out var known) ? known : _firsts.GetOrAdd(owner, FindFirst(owner, context));

    private static CallSite? FindFirst(ISymbol owner, CheckContext context) =>
        MembersThatName(owner.Name, context)
            .SelectMany(member => member.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(call => CallSiteFinder.MayBe(call) && PassesNames(call))
            .Select(call => context.Scripts.Find(call, context.Model, context.Client, context.CancellationToken))
            .FirstOrDefault(site => SymbolEqualityComparer.Default.Equals(site?.Constant?.Owner, owner));

    /// <summary>Found by the text: to walk all of a file takes longer than all else that is done with it.</summary>
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

    /// <summary>Most scripts are written in their calls, and shared with nobody.</summary>
    private static bool PassesNames(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax);
}
