using System.Collections.Immutable;
using System.Composition;
using LuaGen.CodeFixes.Building;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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
        if (await CallDocument.ReadAsync(document, cancellationToken).ConfigureAwait(false) is { } calls
            && CallOf(context.Span, calls, cancellationToken) is { } site
            && new ArgvPlanner(calls.Model, calls.Client, cancellationToken).Plan(site, context.Span) is { } changes)
        {
            context.RegisterCodeFix(CodeAction.Create(Title, token => DocumentChanges.ApplyAsync(document, changes, token), nameof(UseArgvFix)), context.Diagnostics);
        }
    }

    /// <summary>The call that sends the text: the one around the value, or one in a statement after the text is built.</summary>
    private static CallSite? CallOf(TextSpan value, CallDocument calls, CancellationToken cancellationToken)
    {
        var sites = calls.CallsAround(value, cancellationToken);
        if (calls.NodeAt(value).FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Parent: BlockSyntax block } declaration)
        {
            var next = block.Statements.IndexOf(declaration) + 1;
            sites = sites.Concat(block.Statements.Skip(next).SelectMany(statement => calls.CallsIn(statement, cancellationToken)));
        }

        return sites.FirstOrDefault(site => site.Constant is null);
    }
}
