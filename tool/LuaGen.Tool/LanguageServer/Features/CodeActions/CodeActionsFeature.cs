using LuaGen.Language.Rules;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Features.Diagnostics;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.CodeActions;

/// <summary>What can be done about the findings in a range: comments that suppress them.</summary>
internal static class CodeActionsFeature
{
    private const string QuickFix = "quickfix";

    public static CodeAction[] Of(ScriptView view, CodeActionParams parameters)
    {
        if (parameters.Context.Only is { } only && !only.Any(kind => QuickFix.StartsWith(kind, StringComparison.Ordinal)))
        {
            return [];
        }

        var range = view.Lines.SpanOf(parameters.Range);
        return
        [
            .. view.Analysis.Findings.Where(finding => finding.Span.Start <= range.End && finding.Span.End >= range.Start)
                .SelectMany(finding => ActionsFor(view, finding)),
        ];
    }

    private static IEnumerable<CodeAction> ActionsFor(ScriptView view, Finding finding)
    {
        if (finding.Rule.Severity != Severity.Error && SuppressionEdit.Of(view, finding) is { } edit)
        {
            yield return Action(view, finding, $"Suppress {finding.Rule.Id} here", edit);
        }
    }

    private static CodeAction Action(ScriptView view, Finding finding, string title, TextEdit edit) =>
        new(title, QuickFix, [DiagnosticsFeature.Of(view, finding)], new WorkspaceEdit(new Dictionary<string, TextEdit[]>(StringComparer.Ordinal) { [view.Uri] = [edit] }));
}
