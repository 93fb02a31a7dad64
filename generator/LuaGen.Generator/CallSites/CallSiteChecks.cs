using System.Collections.Immutable;
using LuaGen.Language;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>All checks of one call.</summary>
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
        if (context.Scripts.IsSpeaker(site, sent, context))
        {
            ReportScript(site, sent, script, context.Reporter);
        }

        PassedCountCheck.Run(site, script, context.Reporter);
        HiddenNilCheck.Run(site, script, context);
        context.Reporter.Report(Rule.ScriptInString, site.Script!.GetLocation());
    }

    /// <summary>What is wrong with the script that a field or property holds, where it is declared.</summary>
    public static void RunDeclaration(ISymbol declared, CheckContext context)
    {
        if (context.Scripts.FirstCallOf(declared, context) is { Sent: { } sent } site)
        {
            ReportScript(site, sent, context.Scripts.Check(site, sent, context.CancellationToken), context.Reporter);
        }
    }

    /// <summary>In the words of a text with parameters: its elements of <c>ARGV</c> are the client's doing.</summary>
    private static Finding Named(Finding finding, PreparedText prepared) =>
        finding with { Arguments = new(finding.Arguments.Select(prepared.Named).ToImmutableArray()) };

    public static void ReportScript(CallSite site, ScriptConstant sent, ScriptAnalysis script, CallSiteReporter reporter)
    {
        foreach (var finding in script.Findings)
        {
            // What these have to say ends in a line of a header.
            if (finding.Rule != Rule.CouldBeReadOnly && finding.Rule != Rule.KeyAsArgument)
            {
                reporter.Report(site.Prepared is { } prepared ? Named(finding, prepared) : finding, sent, site.Script!.GetLocation());
            }
        }
    }
}
