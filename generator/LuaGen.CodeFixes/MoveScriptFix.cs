using System.Collections.Immutable;
using System.Composition;
using LuaGen.CodeFixes.Moving;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LuaGen.CodeFixes;

/// <summary>Moves a script from a string to a <c>.lua</c> file with a header, and replaces the call by the typed method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveScriptFix))]
[Shared]
public sealed class MoveScriptFix : CodeFixProvider
{
    internal const string Title = "Move the script to a .lua file and call its typed method";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.ScriptInString.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => MoveAllScripts.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (!EditableFiles.CanBeAdded(context.Document.Project.Solution.Workspace))
        {
            return;
        }

        var shelf = new ProjectScripts(context.Document.Project, context.CancellationToken);
        var moves = await MoveEdits.PlanAsync(context.Document, [context.Span], shelf, context.CancellationToken).ConfigureAwait(false);
        if (moves.Count > 0)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, cancellationToken => MoveAsync(context.Document, moves, shelf, cancellationToken), nameof(MoveScriptFix)),
                context.Diagnostics);
        }
    }

    private static async Task<Solution> MoveAsync(Document document, IReadOnlyList<ScriptMove> moves, ProjectScripts shelf, CancellationToken cancellationToken)
    {
        var solution = await MoveEdits.ApplyAsync(document, moves, document.Project.Solution, cancellationToken).ConfigureAwait(false);
        return MoveEdits.Add(shelf, document.Project.Id, solution);
    }
}
