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
    /// <param name="scripts">The scripts as the calls passed them.</param>
    /// <param name="loads">The statements that only loaded them.</param>
    /// <returns>The spans of the declarations and statements to remove, including their lines.</returns>
    public IReadOnlyList<TextSpan> Find(IEnumerable<TextSpan> scripts, IEnumerable<StatementSyntax> loads)
    {
        var declarations = new List<SyntaxNode>(loads);
        var gone = declarations.Select(load => (load.Span, IsText: false)).Concat(scripts.Select(script => (Span: script, IsText: true))).ToList();
        for (var i = 0; i < gone.Count; i++)
        {
            var (span, isText) = gone[i];
            var names = root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => span.Contains(name.Span));
            foreach (var symbol in names.Select(name => model.GetSymbolInfo(name, cancellationToken).Symbol).OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default))
            {
                var isScript = IsScript(TypeOf(symbol!));
                if (DeclarationOf(symbol!) is { } declaration && (isText || isScript || !Calls(declaration)) && !gone.Exists(other => other.Span == declaration.Span) && !IsUsed(symbol!, gone))
                {
                    gone.Add((declaration.Span, isText && !isScript));
                    declarations.Add(declaration);
                }
            }
        }

        return Lines(declarations);
    }

    /// <summary>The declaration of a text, if it declares nothing else and is not accessible outside this file.</summary>
    private SyntaxNode? DeclarationOf(ISymbol symbol)
    {
        var type = TypeOf(symbol);
        if ((type?.SpecialType != SpecialType.System_String && !IsScript(type)) || symbol.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != root.SyntaxTree)
        {
            return null;
        }

        return reference.GetSyntax(cancellationToken).Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax or FieldDeclarationSyntax } variables
            ? variables.Parent
            : null;
    }

    /// <summary>Whether a declaration calls something. What a load needed, such as the name of the server, may come from a call with an effect.</summary>
    private bool Calls(SyntaxNode declaration) => declaration.DescendantNodes()
        .Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && !model.GetConstantValue(node, cancellationToken).HasValue);

    /// <summary>The type of a local, or of a field that is not accessible outside this file.</summary>
    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 } field => field.Type,
        _ => null,
    };

    private static bool IsScript(ITypeSymbol? type) => type?.Name is "LuaScript" or "LoadedLuaScript";

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

    private bool IsUsed(ISymbol symbol, List<(TextSpan Span, bool IsText)> gone) =>
        root.DescendantNodes(descendIntoTrivia: true).OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == symbol.Name
                && !gone.Exists(part => part.Span.Contains(name.Span))
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol));
}
