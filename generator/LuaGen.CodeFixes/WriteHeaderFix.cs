using System.Collections.Immutable;
using System.Composition;
using LuaGen.Generator.Hosting;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes;

/// <summary>Writes the header that was inferred from a script's code into its file, in editors that offer fixes there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteHeaderFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".lua"])]
[Shared]
public sealed class WriteHeaderFix : CodeFixProvider
{
    internal const string Title = "Insert the inferred header";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.NoHeader.Id);

    /// <summary>Roslyn's own providers merge changes of C# documents only.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        if (EditableFiles.CanBeChanged(document.Project.Solution.Workspace) && HeaderOf(document, context.CancellationToken) is { } header)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, cancellationToken => WriteAsync(document, header, cancellationToken), nameof(WriteHeaderFix)),
                context.Diagnostics);
        }

        return Task.CompletedTask;
    }

    /// <summary>The header that the generator infers from the code; <see langword="null"/> for a script without generated code.</summary>
    private static string? HeaderOf(TextDocument document, CancellationToken cancellationToken)
    {
        var options = document.Project.AnalyzerOptions;
        var provider = options.AnalyzerConfigOptionsProvider;
        var file = options.AdditionalFiles.FirstOrDefault(candidate => candidate.Path == document.FilePath);
        var model = file is null ? null : ScriptFile.From(file, provider, ProjectOptions.From(provider.GlobalOptions)).Compile(cancellationToken).Model;
        return model is { InferredHeader.Length: > 0 } ? model.InferredHeader : null;
    }

    private static async Task<Solution> WriteAsync(TextDocument document, string header, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var script = text.ToString();
        var start = HeaderPlace.AfterShebang(script);
        var place = HeaderPlace.AfterProse(script, start);
        header = (place > start ? "--\n" : "") + header + (string.CompareOrdinal(script, place, "--", 0, 2) == 0 ? "\n" : "");
        var lineEnd = script.Contains("\r\n") ? "\r\n" : "\n";
        return document.Project.Solution.WithAdditionalDocumentText(
            document.Id, text.WithChanges(new TextChange(new TextSpan(place, 0), header.Replace("\n", lineEnd))));
    }
}
