using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Applies moves: edits the files with the calls, and adds the script files.</summary>
internal static class MoveEdits
{
    /// <summary>The edits of a file, in order: the typed calls, and what is not needed beside them.</summary>
    public static IEnumerable<TextChange> Of(IReadOnlyList<ScriptMove> moves, CallDocument document, CancellationToken cancellationToken)
    {
        var lineEnd = document.Root.SyntaxTree.GetText(cancellationToken).ToString().Contains("\r\n") ? "\r\n" : "\n";
        var unused = new UnusedDeclarations(document.Root, document.Model, cancellationToken).Find(moves.Select(move => move.Site.Script!.Span), moves.SelectMany(move => move.Loads).Distinct());
        return moves.Select(move => new TextChange(move.Node.Span, move.Code.Replace("\r\n", "\n").Replace("\n", lineEnd)))
            .Concat(moves.SelectMany(move => move.Edits))
            .Concat(unused.Select(span => new TextChange(span, "")))
            .OrderBy(change => change.Span.Start);
    }

    public static Solution Apply(IReadOnlyList<ScriptMove> moves, CallDocument document, Solution solution, CancellationToken cancellationToken) =>
        solution.WithDocumentText(document.Document.Id, document.Root.SyntaxTree.GetText(cancellationToken).WithChanges(Of(moves, document, cancellationToken)));

    /// <summary>Adds the files of the scripts that were moved.</summary>
    public static Solution Add(ProjectScripts scripts, ProjectId project, Solution solution)
    {
        foreach (var script in scripts.Moved)
        {
            var parts = script.FilePath.Split('/');
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(project),
                parts[parts.Length - 1],
                SourceText.From(script.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
                parts.Take(parts.Length - 1),
                Path.Combine([scripts.ProjectDirectory, .. parts]));
        }

        return solution;
    }
}
