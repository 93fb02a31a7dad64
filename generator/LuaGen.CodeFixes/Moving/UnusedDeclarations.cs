using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>
/// Finds the constants that are unused once their calls are typed. The compiler warns about such a local, and code
/// analyzers warn about such a private field.
/// </summary>
internal sealed class UnusedDeclarations(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
{
    /// <param name="removed">The scripts as the calls passed them.</param>
    /// <param name="statements">The statements that go with them.</param>
    /// <returns>The spans of the declarations and statements to remove, including their lines.</returns>
    public IReadOnlyList<TextSpan> Find(IEnumerable<TextSpan> removed, IEnumerable<StatementSyntax> statements)
    {
        var declarations = new List<SyntaxNode>(statements);
        var gone = removed.Concat(declarations.Select(statement => statement.Span)).ToList();
        for (var i = 0; i < gone.Count; i++)
        {
            var names = root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => gone[i].Contains(name.Span));
            foreach (var symbol in names.Select(name => model.GetSymbolInfo(name, cancellationToken).Symbol).OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default))
            {
                if (DeclarationOf(symbol!) is { } declaration && !gone.Contains(declaration.Span) && !IsUsed(symbol!, gone))
                {
                    gone.Add(declaration.Span);
                    declarations.Add(declaration);
                }
            }
        }

        return Lines(declarations);
    }

    /// <summary>The declaration of a text, if it declares nothing else and is not accessible outside this file.</summary>
    private SyntaxNode? DeclarationOf(ISymbol symbol)
    {
        if (symbol is not (ILocalSymbol { Type.SpecialType: SpecialType.System_String }
            or ILocalSymbol { Type.Name: "LuaScript" or "LoadedLuaScript" }
            or IFieldSymbol { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1, Type: { SpecialType: SpecialType.System_String } or { Name: "LuaScript" or "LoadedLuaScript" } })
            || symbol.DeclaringSyntaxReferences is not [var reference]
            || reference.SyntaxTree != root.SyntaxTree)
        {
            return null;
        }

        return reference.GetSyntax(cancellationToken).Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax or FieldDeclarationSyntax } variables
            ? variables.Parent
            : null;
    }

    /// <summary>The lines of the declarations, adjacent ones merged. The blank line after them is included if nothing precedes them.</summary>
    private List<TextSpan> Lines(List<SyntaxNode> declarations)
    {
        var text = root.SyntaxTree.GetText(cancellationToken);
        var lines = new List<TextSpan>();
        foreach (var declaration in declarations.OrderBy(declaration => declaration.SpanStart))
        {
            var span = TextSpan.FromBounds(StartOf(declaration), declaration.FullSpan.End);
            var isNext = lines.Count > 0 && lines[lines.Count - 1].End >= span.Start;
            span = isNext ? TextSpan.FromBounds(lines[lines.Count - 1].Start, span.End) : span;
            var line = text.Lines.GetLineFromPosition(span.End);
            if (root.FindToken(span.Start).GetPreviousToken().IsKind(SyntaxKind.OpenBraceToken) && span.End == line.Start && line.ToString().Trim().Length == 0)
            {
                span = TextSpan.FromBounds(span.Start, line.EndIncludingLineBreak);
            }

            if (isNext)
            {
                lines[lines.Count - 1] = span;
            }
            else
            {
                lines.Add(span);
            }
        }

        return lines;
    }

    /// <summary>Comments above are removed with a declaration; a <c>#region</c> or <c>#if</c> stays, because its end stays.</summary>
    private static int StartOf(SyntaxNode declaration) =>
        declaration.GetLeadingTrivia().Where(trivia => trivia.IsDirective).Select(trivia => trivia.FullSpan.End).DefaultIfEmpty(declaration.FullSpan.Start).Last();

    private bool IsUsed(ISymbol symbol, List<TextSpan> gone) =>
        root.DescendantNodes(descendIntoTrivia: true).OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == symbol.Name
                && !gone.Exists(span => span.Contains(name.Span))
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol));
}
