using LuaGen.Generator.CallSites;
using LuaGen.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Passing;

/// <summary>Adds keys or values to a call.</summary>
internal static class ListEdit
{
    /// <param name="site">The call.</param>
    /// <param name="table">Whether they are keys or values.</param>
    /// <param name="type">The type of an element.</param>
    /// <param name="elements">The expressions to add after those that are passed.</param>
    /// <param name="model">The model of the call's file.</param>
    /// <returns><see langword="null"/> if the call does not contain the list.</returns>
    public static TextChange? Append(CallSite site, ParameterTable table, ITypeSymbol type, IReadOnlyList<string> elements, SemanticModel model)
    {
        var list = string.Join(", ", elements);
        var whole = $"new {type.ToMinimalDisplayString(model, site.Syntax.SpanStart)}[] {{ {list} }}";
        var argument = site.ListOf(table);
        if (argument is null or { ArgumentKind: not ArgumentKind.Explicit })
        {
            // By name, unless it is the next parameter: optional parameters before it stay omitted.
            var arguments = site.Syntax.ArgumentList.Arguments;
            var isNext = argument?.Parameter?.Ordinal == arguments.Count && arguments.All(passed => passed.NameColon is null);
            return argument is null ? null : new TextChange(new TextSpan(site.Syntax.ArgumentList.CloseParenToken.SpanStart, 0), isNext ? $", {whole}" : $", {PassedLists.NameOf(table)}: {whole}");
        }

        return argument.Value.Syntax switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => Into(initializer.Expressions, initializer.OpenBraceToken, initializer.CloseBraceToken, list),
            ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => Into(initializer.Expressions, initializer.OpenBraceToken, initializer.CloseBraceToken, list),
            CollectionExpressionSyntax collection => Into(collection.Elements, collection.OpenBracketToken, collection.CloseBracketToken, list),
            LiteralExpressionSyntax none when none.IsKind(SyntaxKind.NullLiteralExpression) || none.IsKind(SyntaxKind.DefaultLiteralExpression) => new TextChange(none.Span, whole),
            _ => null,
        };
    }

    private static TextChange Into<T>(SeparatedSyntaxList<T> elements, SyntaxToken open, SyntaxToken close, string list)
        where T : SyntaxNode
    {
        if (elements.Count > 0)
        {
            return new TextChange(new TextSpan(elements[elements.Count - 1].Span.End, 0), ", " + list);
        }

        var isExplained = open.TrailingTrivia.Concat(close.LeadingTrivia).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (isExplained)
        {
            return new TextChange(new TextSpan(close.SpanStart, 0), list + " ");
        }

        var isBraced = open.IsKind(SyntaxKind.OpenBraceToken);
        return new TextChange(TextSpan.FromBounds(open.Span.End, close.SpanStart), isBraced ? $" {list} " : list);
    }
}
