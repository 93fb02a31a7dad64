using LuaGen.Generator.Findings;

namespace LuaGen.Generator.CallSites;

/// <summary>All checks of one call.</summary>
internal static class CallSiteChecks
{
    public static void Run(CallSite site, ScriptTexts scripts, CallSiteReporter reporter, CancellationToken cancellationToken)
    {
        if (site.Constant is not { } constant)
        {
            return;
        }

        var script = scripts.Check(site, constant, cancellationToken);
        if (scripts.SpeaksFor(site, constant))
        {
            ReportScript(site, constant, script, reporter);
        }

        PassedCountCheck.Run(site, script, reporter);
        reporter.Report(RuleId.ScriptInString, site.Script!.GetLocation());
    }

    public static void ReportScript(CallSite site, ScriptConstant constant, CheckedText script, CallSiteReporter reporter)
    {
        foreach (var finding in script.Findings)
        {
            // The remedy of "could be read-only" is a line of a header.
            if (finding.Rule != RuleId.CouldBeReadOnly)
            {
                reporter.Report(finding, constant, site.Script!.GetLocation());
            }
        }
    }
}
