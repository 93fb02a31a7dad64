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
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || RedisClient.Of(model.Compilation) is not { } client)
        {
            return;
        }

        var options = document.Project.AnalyzerOptions;
        var files = new ScriptFiles(options, ProjectOptions.From(options.AnalyzerConfigOptionsProvider.GlobalOptions));
        var site = root.FindNode(context.Span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<InvocationExpressionSyntax>()
            .Select(syntax => CallSite.Find(syntax, model, client, cancellationToken, files))
            .FirstOrDefault(found => found?.Script?.Span == context.Span);
        var planner = new MovePlanner(model, client, new ProjectScripts(document.Project, cancellationToken), cancellationToken);
        if (site is not null && planner.PlanFile(site) is { } move)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, async token => (await MoveEdits.ApplyAsync(document, [move], document.Project.Solution, token).ConfigureAwait(false)).GetDocument(document.Id)!, nameof(CallTypedMethodFix)),
                context.Diagnostics);
        }
    }
}
