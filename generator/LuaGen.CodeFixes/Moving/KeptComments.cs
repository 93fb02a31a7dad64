using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Keeps the comments of a replaced call: they precede its statement, or the new call where there is no statement.</summary>
/// <param name="Code">The new call.</param>
/// <param name="Edits">The comments before the statement.</param>
internal sealed record KeptComments(string Code, IReadOnlyList<TextChange> Edits)
{
    /// <param name="node">The replaced expression.</param>
    /// <param name="kept">The parts of it that the new call contains, with their comments.</param>
    /// <param name="code">The new call.</param>
    public static KeptComments Of(SyntaxNode node, IEnumerable<string> kept, string code)
    {
        var parts = kept.ToList();
        var comments = node.DescendantTrivia()
            .Where(trivia => node.Span.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            .Select(trivia => trivia.ToString())
            .Where(comment => !parts.Exists(part => part.Contains(comment)))
            .ToList();
        if (comments.Count == 0)
        {
            return new KeptComments(code, []);
        }

        var statement = node.FirstAncestorOrSelf<StatementSyntax>();
        var indentation = Indentation.Of(statement ?? node);
        var lines = string.Concat(comments.Select(comment => comment + "\n" + indentation));
        return statement is null || statement.SpanStart == node.SpanStart
            ? new KeptComments(lines + code, [])
            : new KeptComments(code, [new TextChange(new TextSpan(statement.SpanStart, 0), lines)]);
    }
}
