using System.Text;
using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Applies moves: edits the files with the calls, and adds the script files.</summary>
internal static class MoveEdits
{
    /// <summary>The moves for the scripts at these positions that are possible in a file.</summary>
    public static async Task<IReadOnlyList<ScriptMove>> PlanAsync(Document document, IEnumerable<TextSpan> scripts, ProjectScripts shelf, CancellationToken cancellationToken)
    {
        var moves = new List<ScriptMove>();
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || RedisClient.Of(model.Compilation) is not { } client)
        {
            return moves;
        }

        var planner = new MovePlanner(model, client, shelf, cancellationToken);
        foreach (var span in scripts.OrderBy(span => span.Start))
        {
            if (planner.Find(root, span) is { } site)
            {
                moves.AddRange(planner.Plan(site));
            }
        }

        return moves;
    }

    /// <summary>Records what the calls of the scripts at these positions read, before any of them is planned.</summary>
    public static async Task NoteAsync(Document document, IEnumerable<TextSpan> scripts, ProjectScripts shelf, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
            && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && RedisClient.Of(model.Compilation) is { } client)
        {
            var planner = new MovePlanner(model, client, shelf, cancellationToken);
            foreach (var site in scripts.Select(span => planner.Find(root, span)).OfType<CallSite>())
            {
                planner.Note(site);
            }
        }
    }

    public static async Task<Solution> ApplyAsync(Document document, IReadOnlyList<ScriptMove> moves, Solution solution, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var lineEnd = text.ToString().Contains("\r\n") ? "\r\n" : "\n";
        var leftovers = new UnusedDeclarations(root, model, cancellationToken).Find(moves.Select(move => move.Site.Script!.Span), moves.SelectMany(move => move.Loads).Distinct());
        var changes = moves.Select(move => new TextChange(move.Node.Span, move.Code.Replace("\r\n", "\n").Replace("\n", lineEnd)))
            .Concat(moves.SelectMany(move => move.Edits))
            .Concat(leftovers.Select(span => new TextChange(span, "")))
            .OrderBy(change => change.Span.Start);
        return solution.WithDocumentText(document.Id, text.WithChanges(changes));
    }

    public static Solution Add(ProjectScripts shelf, ProjectId project, Solution solution)
    {
        foreach (var script in shelf.Moved)
        {
            var parts = script.FilePath.Split('/');
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(project),
                parts[parts.Length - 1],
                SourceText.From(script.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
                parts.Take(parts.Length - 1),
                Path.Combine([shelf.ProjectDirectory, .. parts]));
        }

        return solution;
    }
}
