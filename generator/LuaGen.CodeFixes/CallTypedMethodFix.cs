using System.Collections.Immutable;
using System.Composition;
using LuaGen.CodeFixes.Moving;
using LuaGen.Generator.CallSites;
using LuaGen.Generator.Hosting;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LuaGen.CodeFixes;

/// <summary>Replaces a call that reads a script file at run time by the typed method that LuaGen generates for the file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallTypedMethodFix))]
[Shared]
public sealed class CallTypedMethodFix : CodeFixProvider
{
    internal const string Title = "Call the typed method of the file";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.ScriptReadAtRunTime.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellationToken) = (context.Document, context.CancellationToken);
        var options = document.Project.AnalyzerOptions;
        var files = new ScriptFiles(options, ProjectOptions.From(options.AnalyzerConfigOptionsProvider.GlobalOptions));
        if (await CallDocument.ReadAsync(document, cancellationToken).ConfigureAwait(false) is { } calls
            && calls.CallOf(context.Span, cancellationToken, files) is { } site
            && new MovePlanner(calls, new ProjectScripts(document.Project, cancellationToken), cancellationToken).PlanFile(site) is { } move)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, token => DocumentChanges.ApplyAsync(document, MoveEdits.Of([move], calls, token), token), nameof(CallTypedMethodFix)),
                context.Diagnostics);
        }
    }
}
