using LuaGen.Language.Rules;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Diagnostics;

/// <summary>The findings of a document, as the build reports them.</summary>
internal static class DiagnosticsFeature
{
    public static Diagnostic[] Of(Workspace workspace, OpenDocument document, CancellationToken cancellationToken)
    {
        var findings = workspace.FindingsOf(document, cancellationToken);
        var view = workspace.ViewOf(document, cancellationToken);
        return [.. findings.Select(finding => Of(view, finding))];
    }

    public static Diagnostic Of(ScriptView view, Finding finding) => new(
        view.FileRangeOf(finding.Span), CodeOf(finding.Rule.SeverityIn(view.Options.InfoAsWarning)), finding.Rule.Id, new CodeDescription(finding.Rule.HelpLink), "luagen", finding.Message);

    /// <summary>The protocol's number of a severity.</summary>
    private static int CodeOf(Severity severity) => severity switch
    {
        Severity.Error => 1,
        Severity.Warning => 2,
        _ => 3,
    };
}
