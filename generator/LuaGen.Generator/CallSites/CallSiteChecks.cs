using System.Collections.Immutable;
using LuaGen.Language;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>Runs all checks of a call.</summary>
internal static class CallSiteChecks
{
    public static void Run(CallSite site, CheckContext context)
    {
        NoScriptCheck.Run(site, context);
        BatchCheck.Run(site, context);
        PreparedCheck.Run(site, context);
        if (site.Sent is not { } sent)
        {
            BuiltTextCheck.Run(site, context);
            return;
        }

        var script = context.Scripts.Check(site, sent, context.CancellationToken);
        if (context.Scripts.OwnsReport(site, sent, context))
        {
            ReportScript(site, sent, script, context.Reporter);
        }

        PassedCountCheck.Run(site, script, context.Reporter);
        HiddenNilCheck.Run(site, script, context);
        context.Reporter.Report(Rule.ScriptInString, site.Script!.GetLocation());
    }

    /// <summary>Reports the findings of a script that a field or property holds, at its declaration.</summary>
    public static void RunDeclaration(ISymbol declared, CheckContext context)
    {
        if (context.Scripts.FirstCallOf(declared, context) is { Sent: { } sent } site)
        {
            ReportScript(site, sent, context.Scripts.Check(site, sent, context.CancellationToken), context.Reporter);
        }
    }

    /// <summary>Rewrites a finding in terms of the named parameters, because the client generates the elements of <c>ARGV</c>.</summary>
    private static Finding Named(Finding finding, PreparedText prepared) =>
        finding with { Arguments = new(finding.Arguments.Select(prepared.Named).ToImmutableArray()) };

    public static void ReportScript(CallSite site, ScriptConstant sent, ScriptAnalysis script, CallSiteReporter reporter)
    {
        foreach (var finding in script.Findings)
        {
            // The remedy of these rules is a line of the header, which a string does not have.
            if (finding.Rule != Rule.CouldBeReadOnly && finding.Rule != Rule.KeyAsArgument)
            {
                reporter.Report(site.Prepared is { } prepared ? Named(finding, prepared) : finding, sent, site.Script!.GetLocation());
            }
        }
    }
}
