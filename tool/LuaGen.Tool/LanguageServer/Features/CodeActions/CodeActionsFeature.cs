using LuaGen.Language.Fixing;
using LuaGen.Language.Rules;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Features.Diagnostics;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.CodeActions;

/// <summary>What can be done about the findings in a range: fixes that were tried, and comments that suppress them.</summary>
internal static class CodeActionsFeature
{
    private const string QuickFix = "quickfix";

    public static CodeAction[] Of(ScriptView view, CodeActionParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.Context.Only is { } only && !only.Any(kind => kind.Length == 0 || QuickFix.StartsWith(kind, StringComparison.Ordinal)))
        {
            return [];
        }

        var range = view.FileSpanOf(parameters.Range);
        var fixer = new ScriptFixer(view.Source, view.Options.Scripts);
        var findings = view.Checked.Findings.Where(finding => finding.FilePath is null && finding.Span.Start <= range.End && finding.Span.End >= range.Start).ToList();
        var fixes = findings.Select(finding => (Finding: finding, Fix: fixer.For(view.Checked, finding, cancellationToken))).Where(pair => pair.Fix is not null);
        var suppressions = findings.SelectMany(finding => fixer.Suppressions(view.Checked, finding, cancellationToken).Select(fix => (Finding: finding, Fix: fix)));
        return
        [
            .. fixes.Select(pair => Action(view, pair.Finding, pair.Fix!) with { IsPreferred = true }),
            .. suppressions.Select(pair => Action(view, pair.Finding, pair.Fix)),
        ];
    }

    private static CodeAction Action(ScriptView view, Finding finding, ScriptFix fix) =>
        new(fix.Title, QuickFix, [DiagnosticsFeature.Of(view, finding)], new WorkspaceEdit(new Dictionary<string, Protocol.TextEdit[]>(StringComparer.Ordinal)
        {
            [view.Uri] = [.. fix.Edits.Select(edit => new Protocol.TextEdit(view.FileRangeOf(edit.Span), edit.NewText))],
        }));
}
