using System.Collections.Immutable;
using System.Composition;
using LuaGen.CodeFixes.Moving;
using LuaGen.CodeFixes.Passing;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Binding;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes;

/// <summary>
/// Adds the keys or values that a script needs and a call does not pass, if for each of them something in scope has the
/// script's own name for it. A placeholder would compile and silently send a wrong value.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassMissingFix))]
[Shared]
public sealed class PassMissingFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.TooFewPassed.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellationToken) = (context.Document, context.CancellationToken);
        if (await CallDocument.ReadAsync(document, cancellationToken).ConfigureAwait(false) is not { } calls
            || calls.CallsAround(context.Span, cancellationToken).FirstOrDefault() is not { Kind: CallKind.Text, Constant: { } constant } site)
        {
            return;
        }

        // A finding without a list of its own is located at the method's name, and may concern keys or values.
        var script = new ProjectScripts(document.Project, cancellationToken).Check(site, constant, cancellationToken).Script;
        foreach (var table in new[] { ParameterTable.Keys, ParameterTable.Argv })
        {
            var passed = site.Passed(table);
            if ((passed.Location ?? site.NameLocation).SourceSpan == context.Span && Pass(site, script, table, calls.Model, calls.Client, cancellationToken) is var (change, names))
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Pass {names}", token => DocumentChanges.ApplyAsync(document, [change], token), nameof(PassMissingFix)),
                    context.Diagnostics);
            }
        }
    }

    private static (TextChange Change, string Names)? Pass(CallSite site, BoundScript script, ParameterTable table, SemanticModel model, RedisClient client, CancellationToken cancellationToken)
    {
        var isKey = table == ParameterTable.Keys;
        var needed = RequiredParameters.Of(script).Highest(table);
        if (site.Passed(table).Count is not { } count || count >= needed || client.TypeOf(table) is not { } type)
        {
            return null;
        }

        var signature = SignatureInference.Of(script);
        var scope = new NamesInScope(model, cancellationToken);
        var elements = new List<string>();
        for (var index = count + 1; index <= needed; index++)
        {
            if (signature.Find(table, index)?.Name is not { } name || scope.Find(site.Syntax.SpanStart, name, isKey, type) is not { } found || elements.Contains(found))
            {
                return null;
            }

            elements.Add(found);
        }

        var words = string.Join(", ", elements.Select((element, i) => $"{element} as {table.Element(count + 1 + i)}"));
        return ListEdit.Append(site, table, type, elements, model) is { } change ? (change, words) : null;
    }
}
