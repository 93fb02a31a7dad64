using System.Collections.Immutable;
using System.Composition;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes;

/// <summary>Creates the class for the database that made the batch, and takes its form for the batch, which sends the SHA-1 of a large script.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendHashInBatchFix))]
[Shared]
public sealed class SendHashInBatchFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.LargeScriptInBatch.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellationToken) = (context.Document, context.CancellationToken);
        if (await CallDocument.ReadAsync(document, cancellationToken).ConfigureAwait(false) is { } calls
            && calls.NodeAt(context.Span) is BaseObjectCreationExpressionSyntax creation
            && BatchedClass.Of(creation, calls.Model, calls.Client, cancellationToken) is { Database: not null } batched)
        {
            var change = new TextChange(creation.Span, batched.Remedy);
            context.RegisterCodeFix(
                CodeAction.Create($"Use `On({batched.Batch})`", token => DocumentChanges.ApplyAsync(document, [change], token), nameof(SendHashInBatchFix)),
                context.Diagnostics);
        }
    }
}
