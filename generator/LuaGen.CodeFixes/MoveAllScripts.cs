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
            solution = await MoveAsync(project.Key, project, context, solution).ConfigureAwait(false);
        }

        return solution;
    }

    /// <summary>All calls are noted before the first is planned, because calls of the same text share a file.</summary>
    private static async Task<Solution> MoveAsync(Project project, IEnumerable<Document> documents, FixAllContext context, Solution solution)
    {
        var scripts = new ProjectScripts(project, context.CancellationToken);
        var planners = new List<(CallDocument Calls, MovePlanner Planner, TextSpan[] Scripts)>();
        foreach (var document in documents)
        {
            var diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            if (!diagnostics.IsEmpty && await CallDocument.ReadAsync(document, context.CancellationToken).ConfigureAwait(false) is { } calls)
            {
                var planner = new MovePlanner(calls, scripts, context.CancellationToken);
                TextSpan[] spans = [.. diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan)];
                planner.Note(spans);
                planners.Add((calls, planner, spans));
            }
        }

        foreach (var (calls, planner, spans) in planners.OrderBy(planned => planned.Calls.Document.FilePath ?? planned.Calls.Document.Name, StringComparer.Ordinal))
        {
            solution = MoveEdits.Apply(planner.Plan(spans), calls, solution, context.CancellationToken);
        }

        return MoveEdits.Add(scripts, project.Id, solution);
    }
}
