using System.Collections.Immutable;
using System.Composition;
using LuaGen.Generator.Hosting;
using LuaGen.Language;
using LuaGen.Language.Commands;
using LuaGen.Language.Fixing;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes;

/// <summary>Offers the fixes of <see cref="ScriptFixer"/> in <c>.lua</c> files, in editors that show fixes there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScriptTextFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".lua"])]
[Shared]
public sealed class ScriptTextFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        Rule.All.Where(rule => rule.Severity != Severity.Error && !rule.IsFoundByHost && rule.Category != RuleCategory.CallSites).Select(rule => rule.Id).ToImmutableArray();

    /// <summary>Roslyn's own providers merge changes of C# documents only.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        if (!EditableFiles.CanBeChanged(document.Project.Solution.Workspace))
        {
            return;
        }

        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        if (SourceOf(document, text) is not var (source, options))
        {
            return;
        }

        var fixer = new ScriptFixer(source, options);
        var analysis = ScriptCompiler.Analyze(source, options, context.CancellationToken);
        foreach (var diagnostic in context.Diagnostics)
        {
            var span = diagnostic.Location.SourceSpan;
            var finding = analysis.Findings.FirstOrDefault(each => each.Rule.Id == diagnostic.Id && each.Span == new Language.Text.SourceSpan(span.Start, span.Length));
            if (finding is not null && fixer.For(analysis, finding, context.CancellationToken) is { } fix)
            {
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(Apply(document, text, fix)), finding.Rule.Id), diagnostic);
            }
        }
    }

    private static (ScriptSource Source, ScriptOptions Options)? SourceOf(TextDocument document, SourceText text)
    {
        var provider = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        var file = document.Project.AnalyzerOptions.AdditionalFiles.FirstOrDefault(candidate => candidate.Path == document.FilePath);
        if (file is null)
        {
            return null;
        }

        var script = ScriptFile.From(file, provider, ProjectOptions.From(provider.GlobalOptions));
        return (script.SourceOf(text), script.Options);
    }

    private static Solution Apply(TextDocument document, SourceText text, ScriptFix fix) => document.Project.Solution.WithAdditionalDocumentText(
        document.Id,
        text.WithChanges(fix.Edits.Select(edit => new TextChange(new TextSpan(edit.Span.Start, edit.Span.Length), edit.NewText))));
}
