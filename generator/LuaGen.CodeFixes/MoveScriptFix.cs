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
        var (document, cancellationToken) = (context.Document, context.CancellationToken);
        if (!EditableFiles.CanBeAdded(document.Project.Solution.Workspace) || await CallDocument.ReadAsync(document, cancellationToken).ConfigureAwait(false) is not { } calls)
        {
            return;
        }

        var scripts = new ProjectScripts(document.Project, cancellationToken);
        var moves = new MovePlanner(calls, scripts, cancellationToken).Plan([context.Span]);
        if (moves.Count > 0)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title,
                    token => Task.FromResult(MoveEdits.Add(scripts, document.Project.Id, MoveEdits.Apply(moves, calls, document.Project.Solution, token))),
                    nameof(MoveScriptFix)),
                context.Diagnostics);
        }
    }
}
