using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>The comments above the member or local that holds a script; they move with it. Of a documentation comment it is the summary.</summary>
internal static class DeclaredComments
{
    public static IReadOnlyList<string> Of(ISymbol? owner, CancellationToken cancellationToken)
    {
        var declaration = owner?.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax(cancellationToken) : null;
        declaration = declaration is VariableDeclaratorSyntax ? declaration.Parent?.Parent : declaration as PropertyDeclarationSyntax;
        return declaration is null ? [] : [.. declaration.GetLeadingTrivia().SelectMany(LinesOf).Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    private static IEnumerable<string> LinesOf(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia => [trivia.ToString().TrimStart('/')],
        SyntaxKind.MultiLineCommentTrivia => trivia.ToString().Split('\n').Select(line => line.Trim().Trim('/').Trim('*')),
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia when trivia.GetStructure() is DocumentationCommentTriviaSyntax documentation => OfSummary(documentation),
        _ => [],
    };

    private static string[] OfSummary(DocumentationCommentTriviaSyntax documentation)
    {
        var summary = documentation.Content.OfType<XmlElementSyntax>().FirstOrDefault(element => element.StartTag.Name.LocalName.ValueText == "summary");
        return summary is null
            ? []
            : string.Concat(summary.Content.Select(TextOf)).Split('\n');
    }

    /// <summary>The text of a node without its markup: <c>&lt;see cref="Key"/&gt;</c> is <c>Key</c>.</summary>
    private static string TextOf(XmlNodeSyntax node) => node switch
    {
        XmlTextSyntax text => string.Concat(text.TextTokens.Select(token => token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) ? "\n" : token.ValueText)),
        XmlElementSyntax element => string.Concat(element.Content.Select(TextOf)),
        XmlEmptyElementSyntax { Attributes: [XmlCrefAttributeSyntax cref, ..] } => cref.Cref.ToString(),
        XmlEmptyElementSyntax { Attributes: [XmlNameAttributeSyntax name, ..] } => name.Identifier.Identifier.ValueText,
        XmlEmptyElementSyntax { Attributes: [XmlTextAttributeSyntax word, ..] } => string.Concat(word.TextTokens.Select(token => token.ValueText)),
        _ => "",
    };
}
