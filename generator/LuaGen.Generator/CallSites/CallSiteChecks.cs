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
        PreparedReadsCheck.Run(site, context);
        CommandKeyCheck.Run(site, context);
        if (site.Sent is not { } sent)
        {
            BuiltTextCheck.Run(site, context);
            return;
        }

        var script = context.Scripts.Check(site, sent, context.CancellationToken);
        PassedCountCheck.Run(site, script, context.Reporter);
        HiddenNilCheck.Run(site, script, context);
        ThrowingCastCheck.Run(site, script, context);
        FractionCheck.Run(site, script, context);
        if (sent.File is { } file)
        {
            ReportFile(site, file, context);
            return;
        }

        if (context.Scripts.OwnsReport(site, sent, context))
        {
            ReportScript(site, sent, script, context.Reporter);
        }

        var obstacles = new MoveObstacles(context.Model, context.Client, context.CancellationToken);
        var obstacle = site.Kind == CallKind.Prepare
            ? new PreparedObstacles(context.Model, context.Client, obstacles, context.CancellationToken).Of(site)
            : obstacles.Of(site, script.Types is null ? null : script.Script);
        obstacle ??= script.Types is null ? "it has an error to correct first" : null;
        context.Reporter.Report(Rule.ScriptInString, site.Script!.GetLocation(), obstacle is null ? "" : $" (by hand: {obstacle})");
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

    /// <summary>A parameter from which a prepared script builds a key may be a <c>RedisKey</c>, which the client passes as one.</summary>
    private static bool MayBeKey(Finding finding) => finding.Rule == Rule.UndeclaredKey && finding.Arguments[1].Contains("argument");

    /// <summary>The findings of a file are reported in the file; here only the method that makes reading it unnecessary.</summary>
    private static void ReportFile(CallSite site, string path, CheckContext context)
    {
        if (context.Scripts.Files.At(path, context.CancellationToken)?.Compile(context.CancellationToken).Model is { } model)
        {
            context.Reporter.Report(Rule.ScriptReadAtRunTime, site.Script!.GetLocation(), path, $"new {model.Class.Name}(database).{model.Name}Async(…)");
        }
    }

    public static void ReportScript(CallSite site, ScriptConstant sent, ScriptAnalysis script, CallSiteReporter reporter)
    {
        foreach (var finding in script.Findings)
        {
            // The remedy of this rule is a line of the header, which a string does not have.
            if (finding.Rule != Rule.CouldBeReadOnly && !(site.Prepared is not null && MayBeKey(finding)))
            {
                reporter.Report(site.Prepared is { } prepared ? Named(finding, prepared) : finding, sent, site.Script!.GetLocation());
            }
        }
    }
}
