using System.Collections.Immutable;
using System.Composition;
using LuaGen.CodeFixes.Building;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes;

/// <summary>Passes values that are part of a script's text as <c>KEYS</c> or <c>ARGV</c> instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseArgvFix))]
[Shared]
public sealed class UseArgvFix : CodeFixProvider
{
    internal const string Title = "Pass the value in KEYS or ARGV";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.BuiltScriptText.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellationToken) = (context.Document, context.CancellationToken);
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || RedisClient.Of(model.Compilation) is not { } client
            || CallOf(root.FindNode(context.Span, getInnermostNodeForTie: true), model, client, cancellationToken) is not { } site
            || new ArgvPlanner(model, client, cancellationToken).Plan(site, context.Span) is not { } changes)
        {
            return;
        }

        context.RegisterCodeFix(CodeAction.Create(Title, token => DocumentChanges.ApplyAsync(document, changes, token), nameof(UseArgvFix)), context.Diagnostics);
    }

    /// <summary>The call that sends the text: the one around the value, or one in a statement after the text is built.</summary>
    private static CallSite? CallOf(SyntaxNode value, SemanticModel model, RedisClient client, CancellationToken cancellationToken)
    {
        var calls = value.AncestorsAndSelf().OfType<InvocationExpressionSyntax>();
        if (value.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Parent: BlockSyntax block } declaration
            && block.Statements.IndexOf(declaration) is var index && index + 1 < block.Statements.Count)
        {
            calls = calls.Concat(block.Statements.Skip(index + 1).SelectMany(statement => statement.DescendantNodes().OfType<InvocationExpressionSyntax>()));
        }

        return calls.Select(call => CallSite.Find(call, model, client, cancellationToken)).FirstOrDefault(site => site is { Constant: null });
    }
}
