using LuaGen.Generator.Findings;

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
        if (context.Scripts.SpeaksFor(site, sent))
        {
            ReportScript(site, sent, script, context.Reporter);
        }

        PassedCountCheck.Run(site, script, context.Reporter);
        HiddenNilCheck.Run(site, script, context);
        context.Reporter.Report(RuleId.ScriptInString, site.Script!.GetLocation());
    }

    public static void ReportScript(CallSite site, ScriptConstant sent, CheckedText script, CallSiteReporter reporter)
    {
        foreach (var finding in script.Findings)
        {
            // What these have to say ends in a line of a header.
            if (finding.Rule is not (RuleId.CouldBeReadOnly or RuleId.KeyAsArgument))
            {
                reporter.Report(finding, sent, site.Script!.GetLocation());
            }
        }
    }
}
