using LuaGen.Language.Rules;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds calls that send a script's text in a batch: if the server has lost the script, the client waits forever for a reply.</summary>
internal static class BatchCheck
{
    public static void Run(CallSite site, CheckContext context)
    {
        var target = site.Kind switch
        {
            CallKind.Text => site.Invocation.Instance,
            CallKind.Prepared when context.Client.IsPrepared(site.Method.ContainingType) =>
                site.Invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "db")?.Value,
            CallKind.Prepared => site.Invocation.Instance,
            _ => null,
        };

        if (context.Client.IsPlainBatch(CallSite.TypeAsWritten(target)))
        {
            context.Reporter.Report(Rule.TextInBatch, site.NameLocation);
        }
    }
}
