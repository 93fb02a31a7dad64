using LuaGen.CodeFixes.Moving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes;

/// <summary>
/// Moves the scripts of a file, a project or a solution. Roslyn's own provider merges changed documents but drops added
/// ones, and it would give two scripts the same name.
/// </summary>
internal sealed class MoveAllScripts : FixAllProvider
{
    public static MoveAllScripts Instance { get; } = new();

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult(!EditableFiles.CanBeAdded(fixAllContext.Solution.Workspace) ? null : CodeAction.Create(MoveScriptFix.Title, cancellationToken => MoveAsync(fixAllContext.WithCancellationToken(cancellationToken)), nameof(MoveAllScripts)));

    private static async Task<Solution> MoveAsync(FixAllContext context)
    {
        var solution = context.Solution;
        var documents = context.Scope switch
        {
            FixAllScope.Document => [context.Document!],
            FixAllScope.Project => context.Project.Documents,
            _ => context.Solution.Projects.SelectMany(project => project.Documents),
        };

        foreach (var project in documents.GroupBy(document => document.Project))
        {
            var shelf = new ProjectScripts(project.Key, context.CancellationToken);
            var spans = new Dictionary<DocumentId, List<TextSpan>>();
            foreach (var document in project)
            {
                var diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
                spans[document.Id] = [.. diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan)];
                await MoveEdits.NoteAsync(document, spans[document.Id], shelf, context.CancellationToken).ConfigureAwait(false);
            }

            foreach (var document in project.OrderBy(document => document.FilePath ?? document.Name, StringComparer.Ordinal))
            {
                var moves = await MoveEdits.PlanAsync(document, spans[document.Id], shelf, context.CancellationToken).ConfigureAwait(false);
                solution = await MoveEdits.ApplyAsync(document, moves, solution, context.CancellationToken).ConfigureAwait(false);
            }

            solution = MoveEdits.Add(shelf, project.Key.Id, solution);
        }

        return solution;
    }
}
