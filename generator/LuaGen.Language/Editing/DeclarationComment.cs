using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Includes;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>The comment above the statement that declares a local, and the included file that both are in.</summary>
/// <param name="Text">The comment without its marks, in paragraphs; empty if there is none.</param>
/// <param name="IncludedFile">The file; <see langword="null"/> for the script's own.</param>
internal readonly record struct DeclarationComment(string Text, SourceFile? IncludedFile)
{
    public static DeclarationComment Of(ScriptAnalysis analysis, LocalSymbol symbol, LocalDeclaration declaration)
    {
        var included = IncludedFileOf(analysis, symbol);
        if (declaration.Statement is not { } statement)
        {
            return new DeclarationComment("", included);
        }

        // The comments before the first statement of an included file are not part of the script.
        var (tree, place) = analysis.Composed?.ToSource(statement.Span) is var (file, span) ? (file.Tree, span.Start) : (analysis.Tree, statement.Span.Start);
        return new DeclarationComment(included is null && IsBelowHeader(analysis, tree, place, declaration) ? "" : TextAbove(tree, place), included);
    }

    /// <summary>The included file that declares a local; <see langword="null"/> if it is the script's own.</summary>
    public static SourceFile? IncludedFileOf(ScriptAnalysis analysis, LocalSymbol symbol) =>
        analysis.Composed is { } composed && composed.ToSource(symbol.Declaration.Span).File is var file && file != composed.Files[0] ? file : null;

    /// <summary>
    /// Whether the comment above a statement of the script's own file is the header of the script. A comment that declares nothing may be about
    /// a function below it, since the file may be only included.
    /// </summary>
    private static bool IsBelowHeader(ScriptAnalysis analysis, SyntaxTree tree, int place, LocalDeclaration declaration) =>
        tree.Shebang?.LibraryName is null && tree.Chunk.Statements is [var first, ..] && first.Span.Start == place
        && (declaration.Function is null || analysis.Header.Keys.Count + analysis.Header.Arguments.Count + analysis.Header.Replies.Count > 0);

    private static string TextAbove(SyntaxTree tree, int place)
    {
        if (CommentPlaces.StartAbove(tree, place) is not { } start)
        {
            return "";
        }

        var comment = new SyntaxTree(tree.Text, tree.Shebang, new Block(new SourceSpan(place, 0), []), tree.Comments) { HeaderStart = start };
        var header = HeaderParser.Parse(comment, new FindingBag());
        return header.Prose.Count > 0 ? string.Join("\n\n", header.Prose.Select(paragraph => string.Join("\n", paragraph))) : TextBelow(header.Lines);
    }

    /// <summary>The lines below declarations, such as <c>@fragment</c>.</summary>
    private static string TextBelow(HeaderLines lines) => string.Join("\n", Enumerable.Range(0, lines.Count)
        .Where(i => !lines.IsTaken(i) && !HeaderOptions.Words.Any(word => lines[i].Text.StartsWith("@" + word, StringComparison.Ordinal)))
        .Select(i => lines[i].Prose)).Trim();
}
