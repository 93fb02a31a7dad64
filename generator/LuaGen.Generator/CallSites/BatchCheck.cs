using LuaGen.Language.Rules;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds calls that send a script's text in a batch: if the server has lost the script, the client waits forever for a reply.</summary>
internal static class BatchCheck
{
    public static void Run(CallSite site, CheckContext context)
    {
        if (site.Kind is CallKind.Text or CallKind.Prepared && context.Client.IsPlainBatch(site.Target?.AsWritten().Type))
        {
            context.Reporter.Report(Rule.TextInBatch, site.NameLocation);
        }
    }
}
