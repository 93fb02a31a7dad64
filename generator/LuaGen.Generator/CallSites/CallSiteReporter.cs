using LuaGen.Generator.Reporting;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>Converts findings about a call, or in its script, to diagnostics in C#.</summary>
internal sealed class CallSiteReporter(bool infoAsWarning, Action<Diagnostic> report)
{
    public void Report(Rule rule, Location location, params object[] arguments) =>
        report(Diagnostic.Create(Descriptors.Of(rule), location, Descriptors.SeverityOf(rule, infoAsWarning), additionalLocations: null, properties: null, arguments));

    /// <summary>Reports a finding of the script at its position in the string; if that is unknown, the message names the line.</summary>
    public void Report(Finding finding, ScriptConstant script, Location call)
    {
        var location = script.LocationOf(finding.Span) ?? call;
        if (script.IsExact(finding.Span.Start))
        {
            Report(finding.Rule, location, [.. finding.Arguments]);
            return;
        }

        var descriptor = Descriptors.Of(finding.Rule);
        var severity = Descriptors.SeverityOf(finding.Rule, infoAsWarning);
        var message = Diagnostic.Create(descriptor, location, [.. finding.Arguments]).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        report(Diagnostic.Create(
            descriptor.Id,
            descriptor.Category,
            $"Line {script.LineOf(finding.Span.Start) + 1} of the script: {message}",
            severity,
            descriptor.DefaultSeverity,
            descriptor.IsEnabledByDefault,
            severity == DiagnosticSeverity.Error ? 0 : 1,
            descriptor.Title,
            helpLink: descriptor.HelpLinkUri,
            location: location));
    }
}
